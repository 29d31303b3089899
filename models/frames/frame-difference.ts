import type { RasterImage } from '../image/raster-image.js';

/** Every so many bytes one is looked at: a prime, so that columns and colours change. */
const STRIDE = 31;

/**
 * Mean difference of two pictures in levels of 255, at full resolution, as shrinking averages the
 * noise away that tells a camera from a file. Infinite for pictures of two sizes.
 */
export function differenceOf(a: RasterImage, b: RasterImage): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let sum = 0;
  let count = 0;
  for (let index = 0; index < a.data.length; index += STRIDE) {
    sum += Math.abs((a.data[index] ?? 0) - (b.data[index] ?? 0));
    count += 1;
  }
  return count === 0 ? Infinity : sum / count;
}
