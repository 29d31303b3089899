import type { RasterImage } from '../image/raster-image.js';

/** Pixels across to which a picture is brought first: shorter smears do not matter to print. */
const WIDTH = 400;
/** Half turns in eighths, as steps of pixels. */
const DIRECTIONS = [
  [2, 0],
  [2, 1],
  [1, 1],
  [1, 2],
  [0, 2],
  [-1, 2],
  [-1, 1],
  [-2, 1],
] as const;
/** Only the steepest hundredth of all changes counts: edges, wherever they are. */
const STEEP = 0.99;
/** Levels between the steepest edges of the clearest direction, below which there is only grain. */
const MIN_STEP = 8;

/**
 * How much the sharpness of a whole picture depends on the direction, 0 to 1: edges are as steep
 * across as along in a still picture, and a shaken one loses those across its path. Also tells
 * where too much is lost for any print to be found.
 */
export function measureMotion(image: RasterImage): number {
  const small = shrink(image);
  const steepness = DIRECTIONS.map((direction) => measureSteepness(small, direction));
  const most = Math.max(...steepness);
  return most < MIN_STEP ? 0 : 1 - Math.min(...steepness) / most;
}

interface Luminance {
  readonly light: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** Every pixel of the result is the mean of four spread over its place, which quiets the grain. */
function shrink({ data, width, height }: RasterImage): Luminance {
  const step = Math.max(width / WIDTH, 1);
  const small = { width: Math.floor(width / step), height: Math.floor(height / step) };
  const light = new Float32Array(small.width * small.height);
  for (let y = 0; y < small.height; y += 1) {
    const rows = [0.25, 0.75].map((share) => Math.floor((y + share) * step) * width);
    for (let x = 0; x < small.width; x += 1) {
      const left = Math.floor((x + 0.25) * step);
      const right = Math.floor((x + 0.75) * step);
      let sum = 0;
      for (const row of rows) sum += lightAt(data, row + left) + lightAt(data, row + right);
      light[y * small.width + x] = sum / 4;
    }
  }
  return { ...small, light };
}

/** Rec. 601 luma. */
function lightAt(data: Uint8Array, pixel: number): number {
  const at = pixel * 3;
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
}

/** Bins of the histogram a level. */
const FINENESS = 8;

function measureSteepness(
  { light, width, height }: Luminance,
  [dx, dy]: readonly [number, number],
): number {
  const histogram = new Uint32Array(256 * FINENESS);
  const offset = dy * width + dx;
  for (let y = 0; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      const at = y * width + x;
      const bin = (Math.abs((light[at] ?? 0) - (light[at + offset] ?? 0)) * FINENESS) | 0;
      histogram[bin] = (histogram[bin] ?? 0) + 1;
    }
  }
  let left = (height - 2) * (width - 4) * STEEP;
  const bin = histogram.findIndex((entries) => (left -= entries) < 0);
  return bin / FINENESS / Math.hypot(dx, dy);
}
