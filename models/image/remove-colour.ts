import { toGreyImage } from './grey-image.js';
import type { RasterImage } from './raster-image.js';

/** The picture in greys, still with three channels. */
export function removeColour(image: RasterImage): RasterImage {
  const { levels } = toGreyImage(image);
  const data = new Uint8Array(levels.length * 3);
  for (const [pixel, level] of levels.entries()) data.fill(level, pixel * 3, pixel * 3 + 3);
  return { width: image.width, height: image.height, data };
}
