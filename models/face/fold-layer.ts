import type { TfjsWeight } from '../weights/read-tfjs-weights.js';

export interface FoldedLayer {
  /** Outputs, inputs, rows, columns. */
  readonly shape: readonly number[];
  readonly kernel: Float32Array;
  readonly bias: Float32Array;
}

/** The parts of one layer: a convolution (rows, columns, inputs, outputs) and what scales it. */
export interface ScaledConvolution {
  readonly filters: TfjsWeight;
  readonly bias: Float32Array;
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

/** What is taken from each channel before the values are divided by `divisor`. */
export interface InputPreparation {
  readonly means: readonly number[];
  readonly divisor: number;
}

const AS_IT_COMES: InputPreparation = { means: [], divisor: 1 };

/**
 * A convolution, the scale behind it and the preparation before it as one convolution. With a
 * preparation it is exact only where nothing is padded.
 */
export function foldLayer(
  { filters, bias, scale, shift }: ScaledConvolution,
  { means, divisor }: InputPreparation = AS_IT_COMES,
): FoldedLayer {
  const [rows = 0, columns = 0, inputs = 0, outputs = 0] = filters.shape;
  const area = rows * columns;
  const kernel = new Float32Array(filters.values.length);
  const sums = Float64Array.from(bias);
  let from = 0;
  for (let at = 0; at < area; at += 1) {
    for (let input = 0; input < inputs; input += 1) {
      const mean = means[input] ?? 0;
      for (let output = 0; output < outputs; output += 1, from += 1) {
        const weight = (filters.values[from] ?? 0) / divisor;
        sums[output] = (sums[output] ?? 0) - weight * mean;
        kernel[(output * inputs + input) * area + at] = weight * (scale[output] ?? 0);
      }
    }
  }
  return {
    shape: [outputs, inputs, rows, columns],
    kernel,
    bias: Float32Array.from(
      sums,
      (sum, output) => sum * (scale[output] ?? 0) + (shift[output] ?? 0),
    ),
  };
}
