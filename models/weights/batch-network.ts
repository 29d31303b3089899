import { concat, delimit, encodeWhole, readFields } from './protocol-buffers.js';

/** Fields of the ONNX protocol buffers that are looked into (ModelProto, GraphProto, …). */
const MODEL_GRAPH = 7;
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 } as const;
const NODE = { input: 1, operator: 4 } as const;
const TENSOR = { name: 8, rawData: 9 } as const;
const DIMENSION = 1;
/** From a ValueInfoProto to its shape: its type, of a tensor, whose shape it is. */
const VALUE_TO_SHAPE = [2, 1, 2] as const;

/**
 * The same network for several pictures a run instead of one: the two cores are busy with more than the
 * rows of one small picture.
 *
 * @param network ONNX bytes of a network whose inputs and outputs begin with a dimension of 1
 * @throws TypeError when a Reshape takes a shape that is not stored as raw data
 */
export function batchNetwork(network: Uint8Array, pictures: number): Uint8Array {
  return rewrite(network, MODEL_GRAPH, (graph) => batchGraph(graph, pictures));
}

function batchGraph(graph: Uint8Array, pictures: number): Uint8Array {
  const shapes = listReshapes(graph);
  const parts = [...readFields(graph)].map(({ number, body, bytes }) => {
    switch (number) {
      case GRAPH.input:
      case GRAPH.output:
        return delimit(number, batchValue(body, pictures));
      case GRAPH.initializer:
        return shapes.has(textOf(body, TENSOR.name))
          ? delimit(number, batchShape(body, pictures))
          : bytes;
      // Shapes of what lies between are only remarks, and no longer true.
      case GRAPH.valueInfo:
        return new Uint8Array(0);
      default:
        return bytes;
    }
  });
  return concat(parts);
}

/** The names of the constants that say what shape a Reshape makes. */
function listReshapes(graph: Uint8Array): ReadonlySet<string> {
  const names = [...readFields(graph)]
    .filter(
      ({ number, body }) => number === GRAPH.node && textOf(body, NODE.operator) === 'Reshape',
    )
    .map(({ body }) => [...readFields(body)].filter(({ number }) => number === NODE.input)[1])
    .map((input) => new TextDecoder().decode(input?.body));
  return new Set(names);
}

/** Sets the first dimension of an input or output. */
function batchValue(value: Uint8Array, pictures: number): Uint8Array {
  const [type, tensor, shape] = VALUE_TO_SHAPE;
  return rewrite(value, type, (ofType) =>
    rewrite(ofType, tensor, (ofTensor) =>
      rewrite(ofTensor, shape, (dimensions) =>
        rewrite(dimensions, DIMENSION, () => encodeWhole(DIMENSION, pictures)),
      ),
    ),
  );
}

/** Whole numbers of 64 bits, the first of which counts pictures. */
function batchShape(tensor: Uint8Array, pictures: number): Uint8Array {
  if (![...readFields(tensor)].some(({ number }) => number === TENSOR.rawData)) {
    throw new TypeError('A Reshape takes a shape that is not stored as raw data.');
  }
  return rewrite(tensor, TENSOR.rawData, (raw) => {
    const numbers = Uint8Array.from(raw);
    new DataView(numbers.buffer).setBigInt64(0, BigInt(pictures), true);
    return numbers;
  });
}

/** The message with another body of the first field of a number. */
function rewrite(
  message: Uint8Array,
  number: number,
  change: (body: Uint8Array) => Uint8Array,
): Uint8Array {
  const fields = [...readFields(message)];
  const first = fields.find((field) => field.number === number);
  return concat(
    fields.map((field) => (field === first ? delimit(number, change(field.body)) : field.bytes)),
  );
}

function textOf(message: Uint8Array, number: number): string {
  const field = [...readFields(message)].find((one) => one.number === number);
  return new TextDecoder().decode(field?.body);
}
