import type { RasterImage } from './raster-image.js';

/** Left and right exchanged. */
export function mirrorImage({ data, width, height }: RasterImage): RasterImage {
  const mirrored = new Uint8Array(data.length);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const column = pixel % width;
    const from = pixel - column + (width - 1 - column);
    mirrored.set(data.subarray(from * 3, from * 3 + 3), pixel * 3);
  }
  return { width, height, data: mirrored };
}
