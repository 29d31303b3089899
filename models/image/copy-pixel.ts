import type { RasterImage } from './raster-image.js';

/**
 * Writes the colour between four pixels of a picture, bilinear, as bytes `target` to `target + 2`.
 * Beyond the picture its edge goes on.
 */
export function copyPixel(
  { width, height, data }: RasterImage,
  at: { readonly x: number; readonly y: number },
  into: Uint8Array,
  target: number,
): void {
  const x = Math.min(Math.max(at.x, 0), width - 1.01);
  const y = Math.min(Math.max(at.y, 0), height - 1.01);
  const [left, top] = [x | 0, y | 0];
  const [fx, fy] = [x - left, y - top];
  const above = (top * width + left) * 3;
  const below = above + width * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const a = data[above + channel] ?? 0;
    const b = data[below + channel] ?? 0;
    const upper = a + ((data[above + channel + 3] ?? 0) - a) * fx;
    const lower = b + ((data[below + channel + 3] ?? 0) - b) * fx;
    into[target + channel] = upper + (lower - upper) * fy + 0.5;
  }
}
