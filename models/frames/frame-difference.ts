import type { RasterImage } from '../image/raster-image.js';

/** Every so many bytes one is looked at: a prime, so that columns and colours change. */
const STRIDE = 31;

/**
 * Whether two pictures are one, by their mean difference in levels of 255, at full resolution, as shrinking
 * averages the noise away that tells a camera from a file. Never for pictures of two sizes. Two of a
 * camera differ too much after a few hundred bytes.
 */
export function isSamePicture(a: RasterImage, b: RasterImage, maxDifference: number): boolean {
  if (a.width !== b.width || a.height !== b.height || a.data.length === 0) return false;
  const most = maxDifference * Math.ceil(a.data.length / STRIDE);
  let sum = 0;
  for (let index = 0; index < a.data.length && sum <= most; index += STRIDE) {
    sum += Math.abs((a.data[index] ?? 0) - (b.data[index] ?? 0));
  }
  return sum <= most;
}
