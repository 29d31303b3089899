import type { GreyImage } from '../image/grey-image.js';
import type { RasterImage } from '../image/raster-image.js';
import type { LineBox } from './line-box.js';

/**
 * Cuts one line out and turns it level, with the text running from left to right.
 *
 * @param box its `angle` may point either way: the text is read along it
 * @param height of the result in pixels; the width follows
 * @param squeeze below 1 makes the result as much narrower, above 1 wider
 */
export function cropLine(
  image: RasterImage,
  box: LineBox,
  height: number,
  squeeze = 1,
): RasterImage {
  const { samples, width } = sampleLine({ ...image, channels: 3 }, box, { height, squeeze });
  return { width, height, data: samples };
}

/** The same of a grey picture, in a third of the time. */
export function cropGreyLine(
  image: GreyImage,
  box: LineBox,
  height: number,
  squeeze = 1,
): GreyImage {
  const source = { ...image, data: image.levels, channels: 1 };
  const { samples, width } = sampleLine(source, box, { height, squeeze });
  return { width, height, levels: samples };
}

interface Source {
  readonly width: number;
  readonly height: number;
  /** `channels` interleaved bytes a pixel. */
  readonly data: Uint8Array;
  readonly channels: number;
}

function sampleLine(
  source: Source,
  box: LineBox,
  { height, squeeze }: { readonly height: number; readonly squeeze: number },
): { readonly width: number; readonly samples: Uint8Array } {
  const step = box.height / height;
  const width = Math.max(Math.round((box.width / step) * squeeze), 1);
  // Where a pixel of the result covers several of the image, as many are averaged.
  const finer = Math.max(Math.round(step), 1);
  const sums = new Float32Array(width * height * source.channels);
  const cos = Math.cos(box.angle) * step;
  const sin = Math.sin(box.angle) * step;
  for (let row = 0; row < finer; row += 1) {
    for (let column = 0; column < finer; column += 1) {
      const u = ((column + 0.5) / finer - width / 2) / squeeze;
      const v = (row + 0.5) / finer - height / 2;
      addSamples(
        source,
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
  const scale = 1 / (finer * finer);
  const samples = new Uint8Array(sums.length);
  for (let index = 0; index < samples.length; index += 1)
    samples[index] = (sums[index] ?? 0) * scale + 0.5;
  return { width, samples };
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

/**
 * Bilinear, the edge repeated outside the image. The innermost loop of a reading: with one channel after
 * the other it takes 10 ns a sample, with all of them at each place 21.
 */
function addSamples(
  source: Source,
  into: { readonly width: number; readonly height: number; readonly sums: Float32Array },
  grid: Grid,
): void {
  for (let channel = 0; channel < source.channels; channel += 1)
    addChannel(source, into, grid, channel);
}

function addChannel(
  { data, width, height, channels }: Source,
  into: { readonly width: number; readonly height: number; readonly sums: Float32Array },
  { x: firstX, y: firstY, alongX, alongY, downX, downY }: Grid,
  channel: number,
): void {
  const { sums } = into;
  const [maxX, maxY] = [width - 1, height - 1];
  const [lastX, lastY] = [Math.max(maxX - 1, 0), Math.max(maxY - 1, 0)];
  const right = maxX > 0 ? channels : 0;
  const below = maxY > 0 ? width * channels : 0;
  let target = channel;
  for (let v = 0; v < into.height; v += 1) {
    let x = firstX + v * downX;
    let y = firstY + v * downY;
    for (let u = 0; u < into.width; u += 1, x += alongX, y += alongY, target += channels) {
      const cx = x < 0 ? 0 : x > maxX ? maxX : x;
      const cy = y < 0 ? 0 : y > maxY ? maxY : y;
      const left = Math.min(cx | 0, lastX);
      const top = Math.min(cy | 0, lastY);
      const fx = cx - left;
      const fy = cy - top;
      const from = (top * width + left) * channels + channel;
      const a = data[from] ?? 0;
      const b = data[from + below] ?? 0;
      const upper = a + ((data[from + right] ?? 0) - a) * fx;
      const lower = b + ((data[from + below + right] ?? 0) - b) * fx;
      sums[target] = (sums[target] ?? 0) + upper + (lower - upper) * fy;
    }
  }
}
