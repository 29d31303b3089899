import type { RasterImage } from './raster-image.js';

/** Writes a colour as bytes `target` to `target + 2`. */
export type CopyPixel = (
  at: { readonly x: number; readonly y: number },
  into: Uint8Array,
  target: number,
) => void;

/**
 * Copies the colours between four pixels of a picture, bilinear. Beyond the picture its edge goes on.
 * Bound to its picture once: pictures are made in many places, and V8 is slow to look up for each pixel what
 * does not always lie in one place.
 */
export function copyPixelOf({ width, height, data }: RasterImage): CopyPixel {
  const [maxX, maxY] = [width - 1.01, height - 1.01];
  const row = width * 3;
  return (at, into, target) => {
    const x = Math.min(Math.max(at.x, 0), maxX);
    const y = Math.min(Math.max(at.y, 0), maxY);
    const left = x | 0;
    const top = y | 0;
    const fx = x - left;
    const fy = y - top;
    const above = top * row + left * 3;
    const below = above + row;
    into[target] = valueBetween(data, above, below, fx, fy) + 0.5;
    into[target + 1] = valueBetween(data, above + 1, below + 1, fx, fy) + 0.5;
    into[target + 2] = valueBetween(data, above + 2, below + 2, fx, fy) + 0.5;
  };
}

/** One channel between four pixels: of the two that begin at `above` and `below`, and those right of them. */
export function valueBetween(
  data: Uint8Array,
  above: number,
  below: number,
  fx: number,
  fy: number,
): number {
  const a = data[above] ?? 0;
  const b = data[below] ?? 0;
  const upper = a + ((data[above + 3] ?? 0) - a) * fx;
  const lower = b + ((data[below + 3] ?? 0) - b) * fx;
  return upper + (lower - upper) * fy;
}
