import {
  concat,
  delimit,
  encodeWhole,
  readFields,
  type Field,
} from '../weights/protocol-buffers.js';

/**
 * Fields of the ONNX protocol buffers that are looked into; all others are copied as they are
 * (onnx/onnx.proto, messages ModelProto, GraphProto, TensorProto, ValueInfoProto).
 */
const MODEL = { graph: 7 } as const;
const GRAPH = { initializer: 5, output: 12, valueInfo: 13 } as const;
const TENSOR = { dims: 1, dataType: 2, name: 8, rawData: 9 } as const;
const VALUE_INFO = { name: 1 } as const;

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
      ...newDims.map((dim) => encodeWhole(TENSOR.dims, dim)),
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
