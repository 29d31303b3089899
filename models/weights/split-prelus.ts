import { GRAPH, MODEL, NODE, TENSOR } from './onnx-fields.js';
import { encodeNode, encodeTensor, type GraphNode } from './onnx-graph.js';
import {
  concat,
  delimit,
  readFields,
  readText,
  readTexts,
  rewriteField,
  type Field,
} from './protocol-buffers.js';

interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

interface Node {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
}

/**
 * The same network without PRelu, which the runtime computes on one core and outside its fast layout:
 * a picture takes half the time, and the answer differs in the seventh digit.
 *
 * PRelu with a slope s of at most 1 is s·x + relu((1 − s)·x). Above 1 its negative is
 * −x + relu((1 − s)·x), and the one convolution behind it takes that channel negatively.
 *
 * @param network ONNX bytes in which one convolution follows each PRelu
 * @throws TypeError when the network is built otherwise
 */
export function splitPRelus(network: Uint8Array): Uint8Array {
  return rewriteField(network, MODEL.graph, (graph) => splitGraph([...readFields(graph)]));
}

function splitGraph(fields: readonly Field[]): Uint8Array {
  const tensors = new Map(
    fields
      .filter(({ number }) => number === GRAPH.initializer)
      .map(({ body }) => readTensor(body))
      .map((tensor) => [tensor.name, tensor]),
  );
  const nodes = fields.filter(({ number }) => number === GRAPH.node);
  const read = nodes.map(({ body }) => readNode(body));
  const changed = new Set<string>();
  const added: Uint8Array[] = [];
  const rewritten = nodes.map((field, index) => {
    const node = read[index];
    if (node?.operator !== 'PRelu') return field.bytes;
    const { input, slopes } = readPRelu(node, tensors);
    const flipped = slopes.map((slope) => slope > 1);
    const behind = findConvolution(read, node.output, tensors);
    if (flipped.includes(true)) {
      negateInputs(behind, flipped);
      changed.add(behind.name);
    }
    const parts = splitPRelu({ input, output: node.output, slopes });
    added.push(...parts.tensors.map((tensor) => delimit(GRAPH.initializer, encodeTensor(tensor))));
    return concat(parts.nodes.map((part) => delimit(GRAPH.node, encodeNode(part))));
  });
  const others = fields.flatMap((field) => {
    if (field.number === GRAPH.node) return [];
    if (field.number !== GRAPH.initializer) return field.bytes;
    const tensor = tensors.get(readTensor(field.body).name);
    if (tensor === undefined || !changed.has(tensor.name)) return field.bytes;
    return delimit(GRAPH.initializer, encodeTensor(tensor));
  });
  return concat([...rewritten, ...added, ...others]);
}

function splitPRelu({
  input,
  output,
  slopes,
}: {
  readonly input: string;
  readonly output: string;
  readonly slopes: readonly number[];
}) {
  const shape = [slopes.length, 1, 1, 1];
  const plain = { name: `${output}/plain`, shape, values: pick((s) => (s > 1 ? -1 : s)) };
  const bent = { name: `${output}/bent`, shape, values: pick((s) => 1 - s) };
  const attributes = { group: slopes.length, kernel_shape: [1, 1] };
  const nodes: GraphNode[] = [
    { operator: 'Conv', inputs: [input, bent.name], output: `${output}/scaled`, attributes },
    { operator: 'Relu', inputs: [`${output}/scaled`], output: `${output}/above` },
    { operator: 'Conv', inputs: [input, plain.name], output: `${output}/below`, attributes },
    { operator: 'Add', inputs: [`${output}/below`, `${output}/above`], output },
  ];
  return { nodes, tensors: [plain, bent] };

  function pick(value: (slope: number) => number): Float32Array {
    return Float32Array.from(slopes, value);
  }
}

function readPRelu({ inputs }: Node, tensors: ReadonlyMap<string, Tensor>) {
  const [input = '', slope = ''] = inputs;
  const values = tensors.get(slope)?.values;
  if (values === undefined) throw new TypeError('A PRelu has no slopes.');
  return { input, slopes: [...values] };
}

/** The kernel of the only node that takes `output`. */
function findConvolution(
  nodes: readonly Node[],
  output: string,
  tensors: ReadonlyMap<string, Tensor>,
): Tensor {
  const [behind, ...more] = nodes.filter(({ inputs }) => inputs.includes(output));
  const kernel = behind?.operator === 'Conv' ? tensors.get(behind.inputs[1] ?? '') : undefined;
  if (kernel === undefined || more.length > 0) {
    throw new TypeError('No single convolution follows a PRelu.');
  }
  return kernel;
}

/** In place; a kernel of one input to an output is of as many groups. */
function negateInputs({ shape, values }: Tensor, flipped: readonly boolean[]): void {
  const [outputs = 0, inputs = 0] = shape;
  const area = values.length / (outputs * inputs);
  for (const [index, value] of values.entries()) {
    const output = Math.floor(index / (inputs * area));
    const channel = inputs === 1 ? output : Math.floor(index / area) % inputs;
    if (flipped[channel] === true) values[index] = -value;
  }
}

function readNode(body: Uint8Array): Node {
  return {
    operator: readText(body, NODE.operator),
    inputs: readTexts(body, NODE.input),
    output: readText(body, NODE.output),
  };
}

function readTensor(body: Uint8Array): Tensor {
  const fields = [...readFields(body)];
  const raw = fields.find(({ number }) => number === TENSOR.rawData)?.body ?? new Uint8Array(0);
  return {
    name: readText(body, TENSOR.name),
    shape: fields.filter(({ number }) => number === TENSOR.dims).map(({ value }) => value),
    // A copy, because the bytes of a field begin anywhere and floats begin at multiples of four.
    values: new Float32Array(Uint8Array.from(raw).buffer),
  };
}
