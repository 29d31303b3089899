import type { RasterImage } from './raster-image.js';

/** Left and right exchanged. */
export function mirrorImage({ data, width, height }: RasterImage): RasterImage {
  const mirrored = new Uint8Array(data.length);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const column = pixel % width;
    const from = pixel - column + (width - 1 - column);
    mirrored[pixel * 3] = data[from * 3] ?? 0;
    mirrored[pixel * 3 + 1] = data[from * 3 + 1] ?? 0;
    mirrored[pixel * 3 + 2] = data[from * 3 + 2] ?? 0;
  }
  return { width, height, data: mirrored };
}
