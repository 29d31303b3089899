import {
  DIMENSION,
  GRAPH,
  MODEL,
  NODE,
  SHAPE,
  TENSOR,
  TENSOR_TYPE,
  TYPE,
  VALUE,
} from './onnx-fields.js';
import {
  concat,
  delimit,
  encodeWhole,
  readFields,
  readText,
  readTexts,
  rewriteField,
} from './protocol-buffers.js';

/**
 * The same network for several pictures a run instead of one: the two cores are busy with more than the
 * rows of one small picture.
 *
 * @param network ONNX bytes of a network whose inputs and outputs begin with a dimension of 1
 * @throws TypeError when a Reshape takes a shape that is not stored as raw data
 */
export function batchNetwork(network: Uint8Array, pictures: number): Uint8Array {
  return rewriteField(network, MODEL.graph, (graph) => batchGraph(graph, pictures));
}

function batchGraph(graph: Uint8Array, pictures: number): Uint8Array {
  const shapes = listReshapes(graph);
  const parts = [...readFields(graph)].map(({ number, body, bytes }) => {
    switch (number) {
      case GRAPH.input:
      case GRAPH.output:
        return delimit(number, batchValue(body, pictures));
      case GRAPH.initializer:
        return shapes.has(readText(body, TENSOR.name))
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
    .filter(({ number }) => number === GRAPH.node)
    .filter(({ body }) => readText(body, NODE.operator) === 'Reshape')
    .flatMap(({ body }) => readTexts(body, NODE.input).slice(1, 2));
  return new Set(names);
}

/** Sets the first dimension of an input or output. */
function batchValue(value: Uint8Array, pictures: number): Uint8Array {
  return rewriteField(value, VALUE.type, (type) =>
    rewriteField(type, TYPE.tensor, (tensor) =>
      rewriteField(tensor, TENSOR_TYPE.shape, (shape) =>
        rewriteField(shape, SHAPE.dimension, () => encodeWhole(DIMENSION.value, pictures)),
      ),
    ),
  );
}

/** Whole numbers of 64 bits, the first of which counts pictures. */
function batchShape(tensor: Uint8Array, pictures: number): Uint8Array {
  return rewriteField(tensor, TENSOR.rawData, (raw) => {
    const numbers = Uint8Array.from(raw);
    new DataView(numbers.buffer).setBigInt64(0, BigInt(pictures), true);
    return numbers;
  });
}
