/** What stands behind a backslash, and the byte that is meant. */
const SIGNS = new Map(
  Array.from('nrt\\\'"', (sign, at) => [sign.charCodeAt(0), '\n\r\t\\\'"'.charCodeAt(at)]),
);
/** Of the sixteen that `repr` writes. */
const DIGITS = new Map(
  Array.from('0123456789abcdef', (digit, value) => [digit.charCodeAt(0), value]),
);

const BACKSLASH = 0x5c;
const HEX = 0x78;

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
      const escape = text[at + 1] ?? 0;
      const value = escape === HEX ? readHex(text, at + 2) : SIGNS.get(escape);
      if (value === undefined) throw missing(name);
      bytes[count] = value;
      at += escape === HEX ? 3 : 1;
    }
    count += 1;
  }
  throw missing(name);
}

function readHex(text: Buffer, at: number): number | undefined {
  const [high, low] = [DIGITS.get(text[at] ?? 0), DIGITS.get(text[at + 1] ?? 0)];
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function missing(name: string): TypeError {
  return new TypeError(`The Python module holds no bytes called ${name}.`);
}
