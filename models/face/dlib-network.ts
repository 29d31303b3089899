import { encodeGraph, type GraphNode, type GraphTensor } from '../weights/onnx-graph.js';
import type { TfjsWeight } from '../weights/read-tfjs-weights.js';
import { foldLayer, type InputPreparation } from './fold-layer.js';

/** Side of the face in pixels. */
export const DLIB_SIDE = 150;

/** What dlib does to red, green and blue first. */
const PREPARATION: InputPreparation = { means: [122.782, 117.001, 104.298], divisor: 255 };

/** Side of the picture behind the first layer and its pooling. */
const FIRST_SIDE = 35;

interface Block {
  readonly name: string;
  /** That it leaves. */
  readonly channels: number;
  readonly halves: boolean;
}

const BLOCKS: readonly Block[] = [
  { name: 'conv32_1', channels: 32, halves: false },
  { name: 'conv32_2', channels: 32, halves: false },
  { name: 'conv32_3', channels: 32, halves: false },
  { name: 'conv64_down', channels: 64, halves: true },
  { name: 'conv64_1', channels: 64, halves: false },
  { name: 'conv64_2', channels: 64, halves: false },
  { name: 'conv64_3', channels: 64, halves: false },
  { name: 'conv128_down', channels: 128, halves: true },
  { name: 'conv128_1', channels: 128, halves: false },
  { name: 'conv128_2', channels: 128, halves: false },
  { name: 'conv256_down', channels: 256, halves: true },
  { name: 'conv256_1', channels: 256, halves: false },
  { name: 'conv256_2', channels: 256, halves: false },
  { name: 'conv256_down_out', channels: 256, halves: true },
];

/**
 * dlib's ResNet-29 for faces as ONNX, written from the weights that `@vladmandic/face-api` ships.
 * Input `input`, N × 3 × 150 × 150, red, green, blue, 0 to 255; output `output`, N × 128. The layers'
 * own scales and the preparation of the picture are folded into the convolutions.
 *
 * @throws TypeError when a weight is missing
 */
export function writeDlibNetwork(weights: ReadonlyMap<string, TfjsWeight>): Uint8Array {
  const layers = createLayers(weights);
  const first = layers.convolve('input', 'conv32_down', { halves: true, preparation: PREPARATION });
  let picture = {
    name: layers.add('MaxPool', [layers.add('Relu', [first], 'first')], 'pooled', {
      kernel_shape: [3, 3],
      strides: [2, 2],
    }),
    side: FIRST_SIDE,
    channels: 32,
  };
  for (const block of BLOCKS) picture = addBlock(layers, picture, block);
  const mean = layers.add('ReduceMean', [picture.name], 'mean', { axes: [2, 3], keepdims: 0 });
  const { shape, values } = layers.find('fc');
  layers.tensors.push({ name: 'fc', shape, values });
  layers.add('MatMul', [mean, 'fc'], 'output');
  return encodeGraph({
    name: 'dlib-resnet-29',
    nodes: layers.nodes,
    tensors: layers.tensors,
    input: { name: 'input', shape: ['faces', 3, DLIB_SIDE, DLIB_SIDE] },
    output: { name: 'output', shape: ['faces', 128] },
  });
}

interface Picture {
  /** Of the value in the graph. */
  readonly name: string;
  readonly side: number;
  readonly channels: number;
}

/** Two convolutions, and beside them the picture as it was: halved and widened where they do so. */
function addBlock(layers: Layers, picture: Picture, { name, channels, halves }: Block): Picture {
  const inner = layers.convolve(picture.name, `${name}/conv1`, { halves });
  let outer = layers.convolve(layers.add('Relu', [inner], `${name}/inner`), `${name}/conv2`);
  let beside = picture.name;
  let { side } = picture;
  if (halves) {
    const convolved = Math.floor((side - 3) / 2) + 1;
    side = Math.floor(side / 2);
    beside = layers.add('AveragePool', [beside], `${name}/pooled`, {
      kernel_shape: [2, 2],
      strides: [2, 2],
    });
    // Where the two ways differ in size dlib fills the smaller one with zeros at its end.
    const [rows, more] = [side - convolved, channels - picture.channels];
    if (more > 0) beside = layers.pad(beside, `${name}/widened`, [more, 0, 0]);
    if (rows > 0) outer = layers.pad(outer, `${name}/filled`, [0, rows, rows]);
  }
  const sum = layers.add('Add', [outer, beside], `${name}/sum`);
  return { name: layers.add('Relu', [sum], name), side, channels };
}

type Layers = ReturnType<typeof createLayers>;

/** Gathers the graph's nodes and constants; every function answers the name of what it adds. */
function createLayers(weights: ReadonlyMap<string, TfjsWeight>) {
  const nodes: GraphNode[] = [];
  const tensors: GraphTensor[] = [];
  const find = (name: string): TfjsWeight => {
    const weight = weights.get(name);
    if (weight === undefined) throw new TypeError(`The network has no weights ${name}.`);
    return weight;
  };
  const add = (
    operator: string,
    inputs: readonly string[],
    output: string,
    attributes: GraphNode['attributes'] = {},
  ): string => {
    nodes.push({ operator, inputs, output, attributes });
    return output;
  };
  return {
    nodes,
    tensors,
    find,
    add,
    /** Zeros behind the last channel, row and column. */
    pad(from: string, name: string, ends: readonly [number, number, number]): string {
      const values = BigInt64Array.from([0, 0, 0, 0, 0, ...ends].map(BigInt));
      tensors.push({ name: `${name}/amounts`, shape: [values.length], values });
      return add('Pad', [from, `${name}/amounts`], name);
    },
    convolve(
      from: string,
      name: string,
      { halves = false, preparation }: { halves?: boolean; preparation?: InputPreparation } = {},
    ): string {
      const filters = find(`${name}/conv/filters`);
      const bias = find(`${name}/conv/bias`).values;
      const scale = find(`${name}/scale/weights`).values;
      const shift = find(`${name}/scale/biases`).values;
      const folded = foldLayer({ filters, bias, scale, shift }, preparation);
      tensors.push({ name: `${name}/kernel`, shape: folded.shape, values: folded.kernel });
      tensors.push({ name: `${name}/bias`, shape: [folded.bias.length], values: folded.bias });
      const edge = halves ? 0 : 1;
      return add('Conv', [from, `${name}/kernel`, `${name}/bias`], `${name}/out`, {
        kernel_shape: folded.shape.slice(2),
        strides: halves ? [2, 2] : [1, 1],
        pads: [edge, edge, edge, edge],
      });
    },
  };
}
