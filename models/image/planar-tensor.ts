import { Tensor } from 'onnxruntime-node';
import type { RasterImage } from './raster-image.js';

export interface PlanarLayout {
  /** Order of the planes. */
  readonly channels: 'RGB' | 'BGR';
  /** Each value becomes (value − mean) ÷ scale. */
  readonly mean: number;
  readonly scale: number;
}

/** The image as a float tensor 1×3×H×W, one plane a channel. */
export function toPlanarTensor(
  { data, width, height }: RasterImage,
  { channels, mean, scale }: PlanarLayout,
): Tensor {
  const area = width * height;
  const planes = new Float32Array(area * 3);
  for (let plane = 0; plane < 3; plane += 1) {
    const channel = channels === 'RGB' ? plane : 2 - plane;
    for (let pixel = 0; pixel < area; pixel += 1) {
      planes[plane * area + pixel] = ((data[pixel * 3 + channel] ?? 0) - mean) / scale;
    }
  }
  return new Tensor('float32', planes, [1, 3, height, width]);
}
