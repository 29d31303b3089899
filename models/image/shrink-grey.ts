import type { Size } from './region.js';
import type { GreyImage } from './grey-image.js';

/**
 * The picture with fewer pixels, each the mean of those it stands for, so that grain and print do not
 * turn into patterns. Whole pixels are averaged: exact to half a pixel of the source.
 *
 * @param size no larger than the picture's
 */
export function shrinkGrey({ width, height, levels }: GreyImage, size: Size): GreyImage {
  const small = new Uint8Array(size.width * size.height);
  const columns = bordersOf(width, size.width);
  const rows = bordersOf(height, size.height);
  const sums = new Uint32Array(size.width);
  for (let y = 0; y < size.height; y += 1) {
    const [top, bottom] = [rows[y] ?? 0, rows[y + 1] ?? 0];
    sums.fill(0);
    for (let row = top; row < bottom; row += 1) addRow(levels, row * width, columns, sums);
    for (let x = 0; x < size.width; x += 1) {
      const count = (bottom - top) * ((columns[x + 1] ?? 0) - (columns[x] ?? 0));
      small[y * size.width + x] = (sums[x] ?? 0) / count + 0.5;
    }
  }
  return { ...size, levels: small };
}

function addRow(levels: Uint8Array, start: number, columns: Uint32Array, sums: Uint32Array): void {
  let at = start + (columns[0] ?? 0);
  for (let x = 0; x < sums.length; x += 1) {
    const end = start + (columns[x + 1] ?? 0);
    let sum = sums[x] ?? 0;
    for (; at < end; at += 1) sum += levels[at] ?? 0;
    sums[x] = sum;
  }
}

/** Where each of the `parts` of `length` pixels begins, and the last one ends. */
function bordersOf(length: number, parts: number): Uint32Array {
  return Uint32Array.from({ length: parts + 1 }, (_, part) => Math.round((part * length) / parts));
}
