import type { Region, Size } from '../image/region.js';

/**
 * Where a region of an image that was turned clockwise by `quarters` × 90° lay before.
 *
 * @param turned size of the turned image
 */
export function unturnRegion(region: Region, quarters: number, turned: Size): Region {
  let { left, top, width, height } = region;
  let size = { width: turned.width, height: turned.height };
  for (let step = 0; step < quarters; step += 1) {
    // One quarter back: the turned image's left edge becomes the bottom edge.
    [left, top, width, height] = [top, size.width - left - width, height, width];
    size = { width: size.height, height: size.width };
  }
  return { left, top, width, height };
}
