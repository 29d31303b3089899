import type { RasterImage } from '../image/raster-image.js';

/** Every so many pixels one is looked at: a prime, so that columns change. */
const STRIDE = 31;

/**
 * How far the levels of a picture lie apart: their standard deviation in levels of 255, by its green, which is
 * most of its light and has no colour of the lens's cover. 0 where there is nothing to see.
 */
export function measureSpread({ data }: RasterImage): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let index = 1; index < data.length; index += 3 * STRIDE) {
    const level = data[index] ?? 0;
    count += 1;
    sum += level;
    squares += level * level;
  }
  return count === 0 ? 0 : Math.sqrt(Math.max(squares / count - (sum / count) ** 2, 0));
}
