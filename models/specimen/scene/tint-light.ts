import type { RasterImage } from '../../image/raster-image.js';

/** Light of one colour: shares of red, green and blue that come back. */
export type LightTint = readonly [red: number, green: number, blue: number];

export function tintLight(image: RasterImage, tint: LightTint): RasterImage {
  const data = new Uint8ClampedArray(image.data);
  for (let at = 0; at < data.length; at += 3) {
    data[at] = (data[at] ?? 0) * tint[0];
    data[at + 1] = (data[at + 1] ?? 0) * tint[1];
    data[at + 2] = (data[at + 2] ?? 0) * tint[2];
  }
  return { ...image, data: new Uint8Array(data.buffer) };
}
