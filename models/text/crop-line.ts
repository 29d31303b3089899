import type { RasterImage } from '../image/raster-image.js';
import type { LineBox } from './line-box.js';

/**
 * Cuts one line out and turns it level, with the text running from left to right.
 *
 * @param box its `angle` may point either way: the text is read along it
 * @param height of the result in pixels; the width follows
 */
export function cropLine(image: RasterImage, box: LineBox, height: number): RasterImage {
  const step = box.height / height;
  const width = Math.max(Math.round(box.width / step), 1);
  const data = new Uint8Array(width * height * 3);
  // Where a pixel of the result covers several of the image, as many are averaged.
  const samples = Math.max(Math.round(step), 1);
  const along = { x: Math.cos(box.angle) * step, y: Math.sin(box.angle) * step };
  for (let v = 0; v < height; v += 1) {
    for (let u = 0; u < width; u += 1) {
      const target = (v * width + u) * 3;
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const du = u + ((sample % samples) + 0.5) / samples - width / 2;
        const dv = v + (Math.floor(sample / samples) + 0.5) / samples - height / 2;
        const x = box.centre.x + du * along.x - dv * along.y - 0.5;
        const y = box.centre.y + du * along.y + dv * along.x - 0.5;
        addSample(image, { x, y, target, weight: 1 / (samples * samples) }, data);
      }
    }
  }
  return { width, height, data };
}

/** Bilinear, the edge repeated outside the image. */
function addSample(
  { width, height, data }: RasterImage,
  { x, y, target, weight }: { x: number; y: number; target: number; weight: number },
  into: Uint8Array,
): void {
  const clampedX = Math.min(Math.max(x, 0), width - 1);
  const clampedY = Math.min(Math.max(y, 0), height - 1);
  const left = Math.min(Math.floor(clampedX), Math.max(width - 2, 0));
  const top = Math.min(Math.floor(clampedY), Math.max(height - 2, 0));
  const fx = clampedX - left;
  const fy = clampedY - top;
  const source = (top * width + left) * 3;
  const right = width > 1 ? 3 : 0;
  const below = height > 1 ? width * 3 : 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const at = source + channel;
    const upper = (data[at] ?? 0) * (1 - fx) + (data[at + right] ?? 0) * fx;
    const lower = (data[at + below] ?? 0) * (1 - fx) + (data[at + below + right] ?? 0) * fx;
    into[target + channel] =
      (into[target + channel] ?? 0) + (upper * (1 - fy) + lower * fy) * weight;
  }
}
