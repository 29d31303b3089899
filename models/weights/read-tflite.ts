/** A convolution of a TensorFlow Lite network: its taps in the order of the file, and what is added. */
export interface TfliteConvolution {
  readonly isDepthwise: boolean;
  /** Of a plain one: channels out, rows, columns, channels in; of a depthwise one 1, rows, columns, channels. */
  readonly shape: readonly number[];
  readonly taps: Float32Array;
  readonly bias: Float32Array;
}

/** Operators, by the numbers of TensorFlow Lite's schema. */
const CONV_2D = 3;
const DEPTHWISE_CONV_2D = 4;
const DEQUANTIZE = 6;
/** Types of tensors, by the same. */
const FLOAT_32 = 0;
const FLOAT_16 = 1;

/**
 * The convolutions of a network in the order they run; weights of half precision are widened.
 *
 * @throws TypeError when the bytes are no such network
 */
export function readTfliteConvolutions(bytes: Uint8Array): TfliteConvolution[] {
  if (Buffer.from(bytes.subarray(4, 8)).toString('latin1') !== 'TFL3') {
    throw new TypeError('This is no network of TensorFlow Lite.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const model = readTable(view, view.getUint32(0, true));
  // Older files name an operator in a byte, newer ones in a number; the other one is 0.
  const codes = model
    .tables(1)
    .map((code) => Math.max(code.byte(0), code.isThere(3) ? code.number(3) : 0));
  const buffers = model.tables(4).map((buffer) => buffer.bytes(0));
  const [graph] = model.tables(2);
  if (graph === undefined) throw new TypeError('The network has no graph.');
  const tensors = graph.tables(0);
  const operators = graph.tables(3).map((operator) => ({
    code: codes[operator.number(0)] ?? -1,
    inputs: operator.numbers(1),
    outputs: operator.numbers(2),
  }));
  const widened = new Map(
    operators
      .filter(({ code }) => code === DEQUANTIZE)
      .map(({ inputs, outputs }) => [outputs[0] ?? -1, inputs[0] ?? -1]),
  );
  const read = (index = -1) => {
    const tensor = tensors[widened.get(index) ?? index];
    if (tensor === undefined) throw new TypeError('A weight is missing.');
    return {
      shape: tensor.numbers(0),
      values: readFloats(tensor.byte(1), buffers[tensor.number(2)] ?? new Uint8Array()),
    };
  };
  return operators
    .filter(({ code }) => code === CONV_2D || code === DEPTHWISE_CONV_2D)
    .map(({ code, inputs }) => {
      const { shape, values } = read(inputs[1]);
      const isDepthwise = code === DEPTHWISE_CONV_2D;
      return { isDepthwise, shape, taps: values, bias: read(inputs[2]).values };
    });
}

/** A table of FlatBuffers: fields that may be left out, found by their number. */
function readTable(view: DataView, start: number): FlatTable {
  const fields = start - view.getInt32(start, true);
  const placeOf = (field: number): number => {
    const at = 4 + 2 * field;
    const offset = at < view.getUint16(fields, true) ? view.getUint16(fields + at, true) : 0;
    return offset === 0 ? 0 : start + offset;
  };
  const vectorOf = (field: number) => {
    const place = placeOf(field);
    if (place === 0) return { first: 0, length: 0 };
    const vector = place + view.getUint32(place, true);
    return { first: vector + 4, length: view.getUint32(vector, true) };
  };
  const places = (field: number): number[] => {
    const { first, length } = vectorOf(field);
    return Array.from({ length }, (_, index) => first + 4 * index);
  };
  return {
    isThere: (field) => placeOf(field) !== 0,
    byte: (field) => (placeOf(field) === 0 ? 0 : view.getUint8(placeOf(field))),
    number: (field) => (placeOf(field) === 0 ? 0 : view.getInt32(placeOf(field), true)),
    numbers: (field) => places(field).map((place) => view.getInt32(place, true)),
    tables: (field) =>
      places(field).map((place) => readTable(view, place + view.getUint32(place, true))),
    bytes(field) {
      const { first, length } = vectorOf(field);
      return new Uint8Array(view.buffer, view.byteOffset + first, length);
    },
  };
}

interface FlatTable {
  isThere(field: number): boolean;
  byte(field: number): number;
  number(field: number): number;
  numbers(field: number): number[];
  tables(field: number): FlatTable[];
  bytes(field: number): Uint8Array;
}

function readFloats(type: number, bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === FLOAT_32) {
    return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
  }
  if (type !== FLOAT_16) throw new TypeError('A weight is of an unknown type.');
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) =>
    widenHalf(view.getUint16(2 * i, true)),
  );
}

/** Half precision by IEEE 754: a sign, five bits of exponent, ten of fraction. */
function widenHalf(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const [exponent, fraction] = [(bits >> 10) & 31, (bits & 1023) / 1024];
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * 2 ** -14 * fraction : sign * 2 ** (exponent - 15) * (1 + fraction);
}
