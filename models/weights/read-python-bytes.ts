const SIGNS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, '\\': 92, "'": 39, '"': 34 };

const BACKSLASH = 0x5c;

/**
 * A constant of bytes in a Python module, as `repr` writes it: `NAME = b'…'`. Some wheels carry their
 * network so.
 *
 * @throws TypeError when the module has no such constant
 */
export function readPythonBytes(source: Uint8Array, name: string): Uint8Array {
  const text = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const assignment = Buffer.from(`${name} = b`);
  const start = text.indexOf(assignment) + assignment.length;
  const quote = text[start];
  if (start < assignment.length || quote === undefined) throw missing(name);
  const bytes = new Uint8Array(text.length - start);
  let count = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at] ?? 0;
    if (sign === quote) return bytes.slice(0, count);
    if (sign !== BACKSLASH) {
      bytes[count] = sign;
    } else {
      const escape = String.fromCharCode(text[at + 1] ?? 0);
      const value = escape === 'x' ? readHex(text, at + 2) : SIGNS[escape];
      if (value === undefined) throw missing(name);
      bytes[count] = value;
      at += escape === 'x' ? 3 : 1;
    }
    count += 1;
  }
  throw missing(name);
}

function readHex(text: Buffer, at: number): number | undefined {
  const digits = text.toString('latin1', at, at + 2);
  return /^[0-9a-f]{2}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

function missing(name: string): TypeError {
  return new TypeError(`The Python module holds no bytes called ${name}.`);
}
