import type { Sample } from './frame-samples.js';
import type { GreyFrame } from './grey-frame.js';
import type { LumaPlane } from './luma-plane.js';

/** Places across and down that are looked at of what becomes one pixel. */
const PLACES = 4;
/** Levels of video as levels of a picture: all from 235 on is white, all to 16 black. */
const FROM_VIDEO = Uint8ClampedArray.from(
  { length: 256 },
  (_, level) => ((level - 16) * 255) / (235 - 16),
);

/**
 * Shrinks brightness: a pixel is the mean of places spread evenly over all that it covers, since fine
 * print must not turn into false edges.
 */
export function sampleLuma(plane: LumaPlane, { region, size }: Sample): GreyFrame {
  const { data, stride, isFullRange } = plane;
  const columns = spread(region.x - plane.region.x, region.width, size.width, plane.region.width);
  const rows = spread(region.y - plane.region.y, region.height, size.height, plane.region.height);
  const [from, to] = [columns[0] ?? 0, (columns[columns.length - 1] ?? 0) + 1];
  const sums = new Uint16Array(plane.region.width);
  const levels = new Uint8Array(size.width * size.height);
  for (let pixel = 0, row = 0; row < rows.length; row += PLACES) {
    const first = (rows[row] ?? 0) * stride;
    const second = (rows[row + 1] ?? 0) * stride;
    const third = (rows[row + 2] ?? 0) * stride;
    const fourth = (rows[row + 3] ?? 0) * stride;
    for (let x = from; x < to; x += 1) {
      sums[x] =
        (data[first + x] ?? 0) +
        (data[second + x] ?? 0) +
        (data[third + x] ?? 0) +
        (data[fourth + x] ?? 0);
    }
    for (let column = 0; column < columns.length; column += PLACES, pixel += 1) {
      const level =
        ((sums[columns[column] ?? 0] ?? 0) +
          (sums[columns[column + 1] ?? 0] ?? 0) +
          (sums[columns[column + 2] ?? 0] ?? 0) +
          (sums[columns[column + 3] ?? 0] ?? 0)) >>
        4;
      levels[pixel] = isFullRange ? level : (FROM_VIDEO[level] ?? 0);
    }
  }
  return { ...size, data: levels };
}

/** Where the places of all pixels of a row, or a column, lie in the plane. */
function spread(from: number, length: number, pixels: number, end: number): Int32Array {
  const apart = length / (pixels * PLACES);
  return Int32Array.from({ length: pixels * PLACES }, (_, place) =>
    Math.max(0, Math.min(end - 1, Math.floor(from + (place + 0.5) * apart))),
  );
}
