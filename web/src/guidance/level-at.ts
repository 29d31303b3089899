import type { Point } from './corners.js';
import type { GreyFrame } from './grey-frame.js';

/** The level of the pixel nearest to a point; `null` outside the frame. */
export function levelAt({ width, height, data }: GreyFrame, { x, y }: Point): number | null {
  const [column, row] = [Math.round(x), Math.round(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return null;
  return data[row * width + column] ?? null;
}
