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
  // Where a pixel of the result covers several of the image, as many are averaged.
  const samples = Math.max(Math.round(step), 1);
  const sums = new Float32Array(width * height * 3);
  const cos = Math.cos(box.angle) * step;
  const sin = Math.sin(box.angle) * step;
  for (let row = 0; row < samples; row += 1) {
    for (let column = 0; column < samples; column += 1) {
      const u = ((column + 0.5) / samples - width / 2) / squeeze;
      const v = (row + 0.5) / samples - height / 2;
      addSamples(
        image,
        { width, height, sums },
        {
          x: box.centre.x + u * cos - v * sin - 0.5,
          y: box.centre.y + u * sin + v * cos - 0.5,
          alongX: cos / squeeze,
          alongY: sin / squeeze,
          downX: -sin,
          downY: cos,
        },
      );
    }
  }
  const scale = 1 / (samples * samples);
  const data = new Uint8Array(sums.length);
  for (let index = 0; index < data.length; index += 1)
    data[index] = (sums[index] ?? 0) * scale + 0.5;
  return { width, height, data };
}

interface Grid {
  /** Of the first sample, in pixels of the image. */
  readonly x: number;
  readonly y: number;
  /** To the next sample in the row. */
  readonly alongX: number;
  readonly alongY: number;
  /** To the next row. */
  readonly downX: number;
  readonly downY: number;
}

/** Bilinear, the edge repeated outside the image. The innermost loop of a reading: 20 ns a pixel. */
function addSamples(
  image: RasterImage,
  into: { readonly width: number; readonly height: number; readonly sums: Float32Array },
  grid: Grid,
): void {
  const { data } = image;
  const { sums } = into;
  const [maxX, maxY] = [image.width - 1, image.height - 1];
  const [lastX, lastY] = [Math.max(maxX - 1, 0), Math.max(maxY - 1, 0)];
  const right = maxX > 0 ? 3 : 0;
  const below = maxY > 0 ? image.width * 3 : 0;
  let target = 0;
  for (let v = 0; v < into.height; v += 1) {
    let x = grid.x + v * grid.downX;
    let y = grid.y + v * grid.downY;
    for (let u = 0; u < into.width; u += 1, x += grid.alongX, y += grid.alongY, target += 3) {
      const cx = x < 0 ? 0 : x > maxX ? maxX : x;
      const cy = y < 0 ? 0 : y > maxY ? maxY : y;
      const left = Math.min(cx | 0, lastX);
      const top = Math.min(cy | 0, lastY);
      const fx = cx - left;
      const fy = cy - top;
      const at = top * image.width * 3 + left * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const from = at + channel;
        const a = data[from] ?? 0;
        const b = data[from + below] ?? 0;
        const upper = a + ((data[from + right] ?? 0) - a) * fx;
        const lower = b + ((data[from + below + right] ?? 0) - b) * fx;
        sums[target + channel] = (sums[target + channel] ?? 0) + upper + (lower - upper) * fy;
      }
    }
  }
}
