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
export function toPlanarTensor(image: RasterImage, layout: PlanarLayout): Tensor {
  const { width, height } = image;
  return new Tensor('float32', listPlanes(image, layout), [1, 3, height, width]);
}

/** Two images of one size as a float tensor 2×3×H×W. */
export function toPlanarPair(
  [first, second]: readonly [RasterImage, RasterImage],
  layout: PlanarLayout,
): Tensor {
  const { width, height } = first;
  const planes = new Float32Array(width * height * 6);
  planes.set(listPlanes(first, layout));
  planes.set(listPlanes(second, layout), width * height * 3);
  return new Tensor('float32', planes, [2, 3, height, width]);
}

function listPlanes(
  { data, width, height }: RasterImage,
  { channels, mean, scale }: PlanarLayout,
): Float32Array {
  const area = width * height;
  const planes = new Float32Array(area * 3);
  const values = Float32Array.from({ length: 256 }, (_, level) => (level - mean) / scale);
  const [first, third] = channels === 'RGB' ? [0, area * 2] : [area * 2, 0];
  for (let pixel = 0, at = 0; pixel < area; pixel += 1, at += 3) {
    planes[first + pixel] = values[data[at] ?? 0] ?? 0;
    planes[area + pixel] = values[data[at + 1] ?? 0] ?? 0;
    planes[third + pixel] = values[data[at + 2] ?? 0] ?? 0;
  }
  return planes;
}
