/**
 * Weights of the network that finds faces: BlazeFace of MediaPipe, for faces near the camera (see
 * models/face/pack-face-network.ts). A byte each, with a scale for every channel that a layer gives out.
 */
export interface Layer {
  /** For each channel out its taps; of a depthwise layer for each tap its channels. */
  readonly taps: Float32Array;
  readonly bias: Float32Array;
}

export interface Block {
  readonly depthwise: Layer;
  readonly pointwise: Layer;
}

export interface FaceLayers {
  readonly stem: Layer;
  readonly blocks: readonly Block[];
  /** Of the finer and the coarser grid: how sure, and where. */
  readonly scores: readonly [Layer, Layer];
  readonly places: readonly [Layer, Layer];
}

export interface LayerShape {
  readonly channels: number;
  /** Taps of each channel that is given out. */
  readonly taps: number;
  /** Each channel by itself. */
  readonly isDepthwise?: true;
}

/** Side of the grey square that is looked at. */
export const INPUT_SIDE = 128;
/** Side of the kernel that looks at it, at every second pixel. */
export const STEM_SIDE = 5;
export const STEM_CHANNELS = 24;

/** Channels in and out of the blocks; `step` 2 halves the sides. */
export const BLOCKS = [
  [24, 24, 1],
  [24, 28, 1],
  [28, 32, 2],
  [32, 36, 1],
  [36, 42, 1],
  [42, 48, 2],
  [48, 56, 1],
  [56, 64, 1],
  [64, 72, 1],
  [72, 80, 1],
  [80, 88, 1],
  [88, 96, 2],
  [96, 96, 1],
  [96, 96, 1],
  [96, 96, 1],
  [96, 96, 1],
] as const;

/** The two grids that answer: after which block, its side, and faces that each cell can tell of. */
export const GRIDS = [
  { block: 10, side: 16, channels: 88, anchors: 2 },
  { block: 15, side: 8, channels: 96, anchors: 6 },
] as const;
/** A box, and six points of a face. */
export const PLACE_VALUES = 16;

/** The layers in the order of the file. */
export const LAYER_SHAPES: readonly LayerShape[] = [
  { channels: STEM_CHANNELS, taps: STEM_SIDE ** 2 },
  ...BLOCKS.flatMap(([from, to]) => [
    { channels: from, taps: 9, isDepthwise: true as const },
    { channels: to, taps: from },
  ]),
  ...GRIDS.map(({ anchors, channels }) => ({ channels: anchors, taps: channels })),
  ...GRIDS.map(({ anchors, channels }) => ({ channels: anchors * PLACE_VALUES, taps: channels })),
];

/**
 * Scale and bias of every channel as floats, then a signed byte for each tap.
 *
 * @throws TypeError when the bytes are not those of this network
 */
export function unpackLayers(packed: ArrayBuffer): FaceLayers {
  const channels = LAYER_SHAPES.reduce((sum, shape) => sum + shape.channels, 0);
  const taps = LAYER_SHAPES.reduce((sum, shape) => sum + shape.channels * shape.taps, 0);
  if (packed.byteLength !== 8 * channels + taps) throw new TypeError('This is another network.');
  const floats = new Float32Array(packed, 0, 2 * channels);
  const bytes = new Int8Array(packed, 8 * channels);
  let [channel, tap] = [0, 0];
  const layers = LAYER_SHAPES.map((shape): Layer => {
    const layer = {
      taps: new Float32Array(shape.channels * shape.taps),
      bias: new Float32Array(shape.channels),
    };
    for (let out = 0; out < shape.channels; out += 1, channel += 1) {
      const scale = floats[2 * channel] ?? 0;
      layer.bias[out] = floats[2 * channel + 1] ?? 0;
      for (let index = 0; index < shape.taps; index += 1, tap += 1) {
        const place =
          shape.isDepthwise === true ? index * shape.channels + out : out * shape.taps + index;
        layer.taps[place] = scale * (bytes[tap] ?? 0);
      }
    }
    return layer;
  });
  const at = (index: number): Layer => layers[index] ?? { taps: NO_VALUES, bias: NO_VALUES };
  const first = 1 + 2 * BLOCKS.length;
  return {
    stem: at(0),
    blocks: BLOCKS.map((_, index) => ({
      depthwise: at(1 + 2 * index),
      pointwise: at(2 + 2 * index),
    })),
    scores: [at(first), at(first + 1)],
    places: [at(first + 2), at(first + 3)],
  };
}

const NO_VALUES = new Float32Array(0);
