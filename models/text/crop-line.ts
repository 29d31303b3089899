import type { RasterImage } from '../image/raster-image.js';
import type { LineBox } from './line-box.js';

/**
 * Cuts one line out and turns it level, with the text running from left to right.
 *
 * @param box its `angle` may point either way: the text is read along it
 * @param height of the result in pixels; the width follows
 * @param squeeze below 1 makes the result as much narrower
 */
export function cropLine(
  image: RasterImage,
  box: LineBox,
  height: number,
  squeeze = 1,
): RasterImage {
  const step = box.height / height;
  const width = Math.max(Math.round((box.width / step) * squeeze), 1);
  const data = new Uint8Array(width * height * 3);
  // Where a pixel of the result covers several of the image, as many are averaged.
  const samples = Math.max(Math.round(step), 1);
  const alongX = Math.cos(box.angle) * step;
  const alongY = Math.sin(box.angle) * step;
  const sums = new Float64Array(3);
  for (let v = 0; v < height; v += 1) {
    for (let u = 0; u < width; u += 1) {
      sums.fill(0.5 * samples * samples);
      for (let row = 0; row < samples; row += 1) {
        const dv = v + (row + 0.5) / samples - height / 2;
        for (let column = 0; column < samples; column += 1) {
          const du = (u + (column + 0.5) / samples - width / 2) / squeeze;
          const x = box.centre.x + du * alongX - dv * alongY - 0.5;
          const y = box.centre.y + du * alongY + dv * alongX - 0.5;
          addSample(image, x, y, sums);
        }
      }
      const target = (v * width + u) * 3;
      for (let channel = 0; channel < 3; channel += 1)
        data[target + channel] = (sums[channel] ?? 0) / (samples * samples);
    }
  }
  return { width, height, data };
}

/** Bilinear, the edge repeated outside the image. */
function addSample({ width, height, data }: RasterImage, x: number, y: number, sums: Float64Array) {
  const clampedX = Math.min(Math.max(x, 0), width - 1);
  const clampedY = Math.min(Math.max(y, 0), height - 1);
  const left = Math.min(Math.floor(clampedX), Math.max(width - 2, 0));
  const top = Math.min(Math.floor(clampedY), Math.max(height - 2, 0));
  const fx = clampedX - left;
  const fy = clampedY - top;
  const right = width > 1 ? 3 : 0;
  const below = height > 1 ? width * 3 : 0;
  let at = (top * width + left) * 3;
  for (let channel = 0; channel < 3; channel += 1, at += 1) {
    const upper = (data[at] ?? 0) * (1 - fx) + (data[at + right] ?? 0) * fx;
    const lower = (data[at + below] ?? 0) * (1 - fx) + (data[at + below + right] ?? 0) * fx;
    sums[channel] = (sums[channel] ?? 0) + upper * (1 - fy) + lower * fy;
  }
}
