import sharp from 'sharp';
import type { RasterImage } from '../../image/raster-image.js';
import { toLevel } from './light-image.js';

/** What the mosaic's elements counted: red, green / green, blue in every two by two. */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

export interface Development {
  /** Of the finished picture. */
  readonly width: number;
  readonly height: number;
  readonly denoise: number;
  readonly sharpen: number;
}

/** What a phone does between sensor and JPEG: demosaic, tone, denoise, resize, sharpen. */
export async function developRaw(raw: RawImage, development: Development): Promise<RasterImage> {
  const { width, height, denoise, sharpen } = development;
  const data = demosaic(raw);
  if (denoise > 0) smoothColour(data, raw.width, denoise);
  let picture = sharp(data, { raw: { width: raw.width, height: raw.height, channels: 3 } });
  if (raw.width !== width || raw.height !== height) {
    picture = picture.resize(width, height, { fit: 'fill', kernel: 'cubic' });
  }
  if (sharpen > 0) picture = picture.sharpen({ sigma: 1, m1: sharpen * 0.5, m2: sharpen * 2 });
  return { width, height, data: await picture.raw().toBuffer() };
}

/** Bilinear: each missing colour is the mean of its nearest elements. */
function demosaic({ width, height, data }: RawImage): Uint8Array {
  const levels = new Float32Array(data.length);
  for (let at = 0; at < data.length; at += 1) levels[at] = toLevel(data[at] ?? 0);
  const picture = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const [up, mid, down] = [
      mirror(y - 1, height) * width,
      y * width,
      mirror(y + 1, height) * width,
    ];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [mirror(x - 1, width), mirror(x + 1, width)];
      const read = (at: number) => levels[at] ?? 0;
      const own = read(mid + x);
      const sides = (read(mid + left) + read(mid + right)) / 2;
      const ends = (read(up + x) + read(down + x)) / 2;
      const at = (mid + x) * 3;
      const isGreen = ((x + y) & 1) === 1;
      const corners = isGreen
        ? 0
        : (read(up + left) + read(up + right) + read(down + left) + read(down + right)) / 4;
      const isRedRow = (y & 1) === 0;
      const red = isGreen ? (isRedRow ? sides : ends) : isRedRow ? own : corners;
      const blue = isGreen ? (isRedRow ? ends : sides) : isRedRow ? corners : own;
      picture[at] = red + 0.5;
      picture[at + 1] = (isGreen ? own : (sides + ends) / 2) + 0.5;
      picture[at + 2] = blue + 0.5;
    }
  }
  return picture;
}

function mirror(at: number, length: number): number {
  return at < 0 ? -at : at >= length ? 2 * length - 2 - at : at;
}

/** Evens out colour along the rows, as phones do, and leaves the light's own detail. */
function smoothColour(data: Uint8Array, width: number, strength: number): void {
  for (let at = 3; at < data.length - 3; at += 3) {
    if ((at / 3) % width === 0) continue;
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
    const [pr = 0, pg = 0, pb = 0] = [data[at - 3], data[at - 2], data[at - 1]];
    if (Math.abs(g - pg) > 24) continue;
    const keep = 1 - strength * 0.6;
    data[at] = clamp(g + (r - g) * keep + (pr - pg) * (1 - keep));
    data[at + 2] = clamp(g + (b - g) * keep + (pb - pg) * (1 - keep));
  }
}

function clamp(level: number): number {
  return Math.min(Math.max(Math.round(level), 0), 255);
}
