/** Wire types of protocol buffers. */
const VARINT = 0;
const FIXED_64 = 1;
const LENGTH = 2;
const FIXED_32 = 5;

/** One field of a message. */
export interface Field {
  readonly number: number;
  /** Of a varint; 0 for the others. */
  readonly value: number;
  /** Of a length-delimited field, without its length. */
  readonly body: Uint8Array;
  /** The field as it stands. */
  readonly bytes: Uint8Array;
}

/** The fields of a message in their order. @throws TypeError when it is none */
export function* readFields(message: Uint8Array): Generator<Field> {
  for (let at = 0; at < message.length;) {
    const key = readVarint(message, at);
    const number = Math.floor(key.value / 8);
    const wireType = key.value % 8;
    const content =
      wireType === VARINT || wireType === LENGTH ? readVarint(message, key.end) : null;
    const start = content?.end ?? key.end;
    const end = start + sizeOf(wireType, content?.value ?? 0);
    yield {
      number,
      value: wireType === VARINT ? (content?.value ?? 0) : 0,
      body: message.subarray(start, end),
      bytes: message.subarray(at, end),
    };
    at = end;
  }
}

/**
 * The message with another body of the first field of a number.
 *
 * @throws TypeError when it has none
 */
export function rewriteField(
  message: Uint8Array,
  number: number,
  change: (body: Uint8Array) => Uint8Array,
): Uint8Array {
  const fields = [...readFields(message)];
  const first = fields.find((field) => field.number === number);
  if (first === undefined) throw new TypeError(`The message has no field ${String(number)}.`);
  return concat(
    fields.map((field) => (field === first ? delimit(number, change(field.body)) : field.bytes)),
  );
}

/** The fields of a number as texts. */
export function readTexts(message: Uint8Array, number: number): string[] {
  return [...readFields(message)]
    .filter((field) => field.number === number)
    .map(({ body }) => new TextDecoder().decode(body));
}

/** The first field of a number as text; empty where there is none. */
export function readText(message: Uint8Array, number: number): string {
  return readTexts(message, number)[0] ?? '';
}

/** A whole number of 0 to 2⁵³ as a field. */
export function encodeWhole(number: number, value: number): Uint8Array {
  return concat([encodeVarint(number * 8 + VARINT), encodeVarint(value)]);
}

/** Text, bytes or a message as a field. */
export function delimit(number: number, body: Uint8Array | string): Uint8Array {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return concat([encodeVarint(number * 8 + LENGTH), encodeVarint(bytes.length), bytes]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

function sizeOf(wireType: number, length: number): number {
  switch (wireType) {
    case VARINT:
      return 0;
    case FIXED_64:
      return 8;
    case FIXED_32:
      return 4;
    case LENGTH:
      return length;
    default:
      throw new TypeError('These are no protocol buffers.');
  }
}

/** Values above 2⁵³ lose digits; no length, key or dimension is that large. */
function readVarint(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  let factor = 1;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * factor;
    if (byte < 128) return { value, end: at + 1 };
    factor *= 128;
  }
  throw new TypeError('These are no protocol buffers.');
}

function encodeVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}
