import { concat, delimit, encodeWhole } from './protocol-buffers.js';

/*
 * What is needed of the ONNX format (onnx/onnx.proto, messages ModelProto, GraphProto, NodeProto,
 * AttributeProto, TensorProto, ValueInfoProto) to write a network that other software ships in a
 * format of its own.
 */

/** A constant of the graph. */
export interface GraphTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

export interface GraphNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  /** Whole numbers, as all that is written so far takes. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** A float input or output; a name in the shape stands for any number. */
export interface GraphValue {
  readonly name: string;
  readonly shape: readonly (number | string)[];
}

export interface Graph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly tensors: readonly GraphTensor[];
  readonly input: GraphValue;
  readonly output: GraphValue;
}

const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

/** The versions that the operators of {@link Graph} are written to. */
const IR_VERSION = 7;
const OPERATOR_SET = 13;

/** The bytes of an ONNX file. */
export function encodeGraph({ name, nodes, tensors, input, output }: Graph): Uint8Array {
  const graph = concat([
    ...nodes.map((node) => delimit(1, encodeNode(node))),
    delimit(2, name),
    ...tensors.map((tensor) => delimit(5, encodeTensor(tensor))),
    delimit(11, encodeValue(input)),
    delimit(12, encodeValue(output)),
  ]);
  return concat([
    encodeWhole(1, IR_VERSION),
    delimit(2, 'kenali'),
    delimit(7, graph),
    delimit(8, concat([delimit(1, ''), encodeWhole(2, OPERATOR_SET)])),
  ]);
}

export function encodeNode({ operator, inputs, output, attributes = {} }: GraphNode): Uint8Array {
  return concat([
    ...inputs.map((name) => delimit(1, name)),
    delimit(2, output),
    delimit(3, output),
    delimit(4, operator),
    ...Object.entries(attributes).map(([name, value]) => delimit(5, encodeAttribute(name, value))),
  ]);
}

function encodeAttribute(name: string, value: number | readonly number[]): Uint8Array {
  return typeof value === 'number'
    ? concat([delimit(1, name), encodeWhole(3, value), encodeWhole(20, ATTRIBUTE_INT)])
    : concat([
        delimit(1, name),
        ...value.map((item) => encodeWhole(8, item)),
        encodeWhole(20, ATTRIBUTE_INTS),
      ]);
}

export function encodeTensor({ name, shape, values }: GraphTensor): Uint8Array {
  return concat([
    ...shape.map((size) => encodeWhole(1, size)),
    encodeWhole(2, values instanceof Float32Array ? FLOAT : INT64),
    delimit(8, name),
    // Little endian, as every machine that the runtime runs on.
    delimit(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ]);
}

function encodeValue({ name, shape }: GraphValue): Uint8Array {
  const dimensions = shape.map((size) =>
    delimit(1, typeof size === 'number' ? encodeWhole(1, size) : delimit(2, size)),
  );
  const tensor = concat([encodeWhole(1, FLOAT), delimit(2, concat(dimensions))]);
  return concat([delimit(1, name), delimit(2, delimit(1, tensor))]);
}
