/**
 * Fields of the ONNX protocol buffers that are looked into; all others are copied as they are
 * (onnx/onnx.proto, messages ModelProto, GraphProto, TensorProto, ValueInfoProto).
 */
const MODEL = { graph: 7 } as const;
const GRAPH = { initializer: 5, output: 12, valueInfo: 13 } as const;
const TENSOR = { dims: 1, dataType: 2, name: 8, rawData: 9 } as const;
const VALUE_INFO = { name: 1 } as const;

/** Wire types of protocol buffers. */
const VARINT = 0;
const FIXED_64 = 1;
const LENGTH = 2;
const FIXED_32 = 5;

interface Field {
  readonly number: number;
  /** Of a varint; 0 for the others. */
  readonly value: number;
  /** Of a length-delimited field, without its length. */
  readonly body: Uint8Array;
  /** The field as it stands. */
  readonly bytes: Uint8Array;
}

/**
 * A recogniser that answers some of its classes only. Its last layer weighs every glyph of a
 * dictionary of thousands, at every step of every line, and most are of scripts that no card holds.
 *
 * @param network ONNX bytes whose last layer has one column for each class
 * @param kept indices of the classes to keep, in order
 * @throws TypeError when no weights of that many classes are found
 */
export function keepClasses(network: Uint8Array, classes: number, kept: readonly number[]) {
  let cut = 0;
  const rebuilt = rewrite(network, (model) => {
    if (model.number !== MODEL.graph) return model.bytes;
    const graph = rewrite(model.body, (field) => {
      // Shapes that were inferred for the whole dictionary; the runtime infers them again.
      if (field.number === GRAPH.valueInfo) return EMPTY;
      if (field.number === GRAPH.output)
        return delimit(
          GRAPH.output,
          rewrite(field.body, ({ number, bytes }) => (number === VALUE_INFO.name ? bytes : EMPTY)),
        );
      const tensor = field.number === GRAPH.initializer ? cutTensor(field.body) : null;
      if (tensor === null) return field.bytes;
      cut += 1;
      return delimit(GRAPH.initializer, tensor);
    });
    return delimit(MODEL.graph, graph);
  });
  if (cut === 0) throw new TypeError('The network has no layer of that many classes.');
  return rebuilt;

  function cutTensor(body: Uint8Array): Uint8Array | null {
    const fields = [...readFields(body)];
    const dims = fields.filter(({ number }) => number === TENSOR.dims).map(({ value }) => value);
    const raw = fields.find(({ number }) => number === TENSOR.rawData)?.body;
    if (dims.at(-1) !== classes || raw === undefined) return null;
    const newDims = [...dims.slice(0, -1), kept.length];
    const others = fields.filter(
      ({ number }) => number === TENSOR.dataType || number === TENSOR.name,
    );
    return concat([
      ...newDims.map((dim) => concat([encodeVarint(TENSOR.dims * 8), encodeVarint(dim)])),
      ...others.map(({ bytes }) => bytes),
      delimit(TENSOR.rawData, pickColumns(raw)),
    ]);
  }

  function pickColumns(raw: Uint8Array): Uint8Array {
    // A copy, because the bytes of a field begin anywhere and floats begin at multiples of four.
    const weights = new Float32Array(Uint8Array.from(raw).buffer);
    const rows = weights.length / classes;
    const picked = new Float32Array(rows * kept.length);
    for (let row = 0, target = 0; row < rows; row += 1) {
      for (const column of kept) {
        picked[target] = weights[row * classes + column] ?? 0;
        target += 1;
      }
    }
    return new Uint8Array(picked.buffer);
  }
}

const EMPTY = new Uint8Array(0);

function rewrite(message: Uint8Array, replace: (field: Field) => Uint8Array): Uint8Array {
  return concat(Array.from(readFields(message), replace));
}

function* readFields(message: Uint8Array): Generator<Field> {
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

function delimit(number: number, body: Uint8Array): Uint8Array {
  return concat([encodeVarint(number * 8 + LENGTH), encodeVarint(body.length), body]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
