import type { RasterImage } from '../../image/raster-image.js';

/** A room without lamps: a share of the light, the same over the whole picture. */
export function dimLight(image: RasterImage, share: number): RasterImage {
  return { ...image, data: image.data.map((level) => Math.round(level * share)) };
}
