import type { RasterImage } from '../../image/raster-image.js';

/** A picture in linear light: three floats a pixel, 0 is dark, 1 the brightest that sRGB holds. */
export interface LightImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Red, green and blue in linear light. */
export type Light = [number, number, number];

/** sRGB's curve (IEC 61966-2-1) for its 256 levels. */
const LINEAR = Float32Array.from({ length: 256 }, (_, level) => {
  const share = level / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

export function toLightImage({ width, height, data }: RasterImage): LightImage {
  // Twenty times as fast as Float32Array.from.
  const light = new Float32Array(data.length);
  for (let at = 0; at < data.length; at += 1) light[at] = LINEAR[data[at] ?? 0] ?? 0;
  return { width, height, data: light };
}

/** The inverse curve, 0 to 255, not rounded. */
export function toLevel(light: number): number {
  if (light <= 0) return 0;
  const share = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.min(share, 1) * 255;
}

/** A picture and its halves, quarters and so on, each pixel the mean of four. */
export type Pyramid = readonly LightImage[];

export function buildPyramid(image: LightImage): Pyramid {
  const levels = [image];
  for (let last = image; Math.min(last.width, last.height) >= 4 && levels.length < 6;) {
    last = halve(last);
    levels.push(last);
  }
  return levels;
}

function halve({ width, height, data }: LightImage): LightImage {
  const [w, h] = [width >> 1, height >> 1];
  const half = new Float32Array(w * h * 3);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w * 3; x += 1) {
      const at = (2 * y * width + 2 * Math.floor(x / 3)) * 3 + (x % 3);
      const below = at + width * 3;
      half[y * w * 3 + x] =
        ((data[at] ?? 0) + (data[at + 3] ?? 0) + (data[below] ?? 0) + (data[below + 3] ?? 0)) / 4;
    }
  }
  return { width: w, height: h, data: half };
}

/**
 * The light around a point, averaged over about `footprint` pixels; borders go on outwards.
 *
 * @param into receives the light
 */
export function samplePyramid(
  pyramid: Pyramid,
  point: { readonly x: number; readonly y: number },
  footprint: number,
  into: Light,
): void {
  const wanted = Math.round(Math.log2(Math.max(footprint, 1)));
  const index = Math.min(wanted, pyramid.length - 1);
  const image = pyramid[index];
  if (image === undefined) return;
  const scale = 2 ** index;
  const { width, height, data } = image;
  const x = clamp(point.x / scale - 0.5, width - 1);
  const y = clamp(point.y / scale - 0.5, height - 1);
  const [left, top] = [Math.min(Math.floor(x), width - 2), Math.min(Math.floor(y), height - 2)];
  const [fx, fy] = [x - left, y - top];
  const a = (top * width + left) * 3;
  const c = a + width * 3;
  for (let k = 0; k < 3; k += 1) {
    const upper = (data[a + k] ?? 0) * (1 - fx) + (data[a + 3 + k] ?? 0) * fx;
    const lower = (data[c + k] ?? 0) * (1 - fx) + (data[c + 3 + k] ?? 0) * fx;
    into[k] = upper * (1 - fy) + lower * fy;
  }
}

function clamp(value: number, high: number): number {
  return Math.min(Math.max(value, 0), high);
}
