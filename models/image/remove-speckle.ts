import type { RasterImage } from './raster-image.js';

/**
 * The median of each pixel and its eight neighbours: dots and grain go, edges stay. Beyond the picture
 * its edge goes on.
 */
export function removeSpeckle(image: RasterImage): RasterImage {
  const { width, height } = image;
  const smooth = new Uint8Array(image.data.length);
  let [above, middle, below] = [emptyRow(width), emptyRow(width), emptyRow(width)];
  packRow(image, 0, middle);
  packRow(image, 0, below);
  for (let y = 0; y < height; y += 1) {
    [above, middle, below] = [middle, below, above];
    packRow(image, Math.min(y + 1, height - 1), below);
    smoothRow([above, middle, below], smooth, y * width * 3);
  }
  return { width, height, data: smooth };
}

/** One row of pixels, the one at either edge twice. */
type Row = Int32Array;

function emptyRow(width: number): Row {
  return new Int32Array(width + 2);
}

/**
 * The three channels of a pixel side by side in one number, each with a bit above it that is free: they
 * are compared and exchanged together, and without a branch that noise would mislead.
 */
const LANE = 9;
const FREE = (1 << 8) | (1 << (8 + LANE)) | (1 << (8 + 2 * LANE));

function packRow({ data, width }: RasterImage, y: number, row: Row): void {
  let at = y * width * 3;
  for (let x = 1; x <= width; x += 1, at += 3) {
    row[x] = (data[at] ?? 0) | ((data[at + 1] ?? 0) << LANE) | ((data[at + 2] ?? 0) << (2 * LANE));
  }
  row[0] = row[1] ?? 0;
  row[width + 1] = row[width] ?? 0;
}

/** All ones in the lanes where `a` is at least `b`. */
function maskOf(a: number, b: number): number {
  // What has to be borrowed comes from the free bit.
  const free = ((a | FREE) - b) & FREE;
  return free - (free >> 8);
}

function larger(a: number, b: number): number {
  return b ^ ((a ^ b) & maskOf(a, b));
}

function smaller(a: number, b: number): number {
  return a ^ ((a ^ b) & maskOf(a, b));
}

function middleOf(a: number, b: number, c: number): number {
  return larger(smaller(a, b), smaller(larger(a, b), c));
}

/**
 * Of nine values in three sorted columns the median is the middle one of the largest low, the middle of
 * the middles and the smallest high, and each column serves three pixels. A portrait's zone (407 × 583)
 * takes 6 ms; with one channel at a time, compared by branches, 20 (2026-11-23).
 */
function smoothRow(
  [above, at, below]: readonly [Row, Row, Row],
  into: Uint8Array,
  start: number,
): void {
  let [low1, middle1, high1] = [0, 0, 0];
  let [low2, middle2, high2] = [0, 0, 0];
  let target = start;
  for (let x = 0; x < at.length; x += 1) {
    const a = above[x] ?? 0;
    const b = at[x] ?? 0;
    const c = below[x] ?? 0;
    const low = smaller(a, b);
    const high = larger(a, b);
    const low3 = smaller(low, c);
    const rest = larger(low, c);
    const middle3 = smaller(rest, high);
    const high3 = larger(rest, high);
    if (x >= 2) {
      const median = middleOf(
        larger(larger(low1, low2), low3),
        middleOf(middle1, middle2, middle3),
        smaller(smaller(high1, high2), high3),
      );
      into[target] = median;
      into[target + 1] = median >> LANE;
      into[target + 2] = median >> (2 * LANE);
      target += 3;
    }
    low1 = low2;
    middle1 = middle2;
    high1 = high2;
    low2 = low3;
    middle2 = middle3;
    high2 = high3;
  }
}
