import type { Point } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';
import { planFourier, transform } from './fourier.js';

/** Pixels of a tile's side, in the picture's own resolution: resampling would lose the grid. */
const TILE = 64;
/** Cycles a pixel below which print has its own strong waves. */
const MIN_FREQUENCY = 0.15;
/** JPEG's blocks of eight pixels show at these multiples along both axes. */
const BLOCK_FREQUENCY = TILE / 8;

/** Half the width of the ring of equally fine waves that one is held against, in cycles a tile. */
const RING = 2;

/**
 * How regular the finest structure of a picture is: the strongest wave over all tiles, times the
 * typical of those that are as fine. Print, grain and cloth spread their light over many waves; the
 * points of a display, or their moiré with the camera's, gather it in few.
 *
 * @param centres of the tiles; those that reach beyond the picture are left out
 * @returns `null` with fewer than two tiles
 */
export function measureGrid(image: RasterImage, centres: readonly Point[]): number | null {
  const tiles = centres.flatMap((centre) => cutTile(image, centre) ?? []);
  const power = new Float64Array(TILE * TILE);
  for (let pair = 0; pair + 1 < tiles.length; pair += 2)
    addPower(tiles[pair] ?? BLANK, tiles[pair + 1] ?? BLANK, power);
  return tiles.length < 2 ? null : findPeak(power);
}

const BLANK = new Float64Array(TILE * TILE);
const PLAN = planFourier(TILE);
/** Hann's window: without it the tile's edges would be waves of their own. */
const WINDOW = Float64Array.from(
  { length: TILE },
  (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / TILE),
);

function cutTile({ width, height, data }: RasterImage, centre: Point): Float64Array[] | null {
  const left = Math.round(centre.x - TILE / 2);
  const top = Math.round(centre.y - TILE / 2);
  if (left < 0 || top < 0 || left + TILE > width || top + TILE > height) return null;
  const light = new Float64Array(TILE * TILE);
  let sum = 0;
  for (let y = 0; y < TILE; y += 1) {
    for (let x = 0; x < TILE; x += 1) {
      const at = ((top + y) * width + left + x) * 3;
      const level =
        0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      light[y * TILE + x] = level;
      sum += level;
    }
  }
  return [windowed(light, sum / light.length)];
}

/** Freed of its mean and brought to one strength, so that tiles weigh the same. */
function windowed(light: Float64Array, mean: number): Float64Array {
  let power = 1e-9;
  for (let at = 0; at < light.length; at += 1) {
    const window = (WINDOW[at % TILE] ?? 0) * (WINDOW[Math.floor(at / TILE)] ?? 0);
    const level = ((light[at] ?? 0) - mean) * window;
    light[at] = level;
    power += level * level;
  }
  const gain = 1 / Math.sqrt(power);
  return light.map((level) => level * gain);
}

/** Two real tiles go as one complex one: their powers are wanted together. */
function addPower(real: Float64Array, imaginary: Float64Array, power: Float64Array): void {
  for (let row = 0; row < TILE; row += 1)
    transform(PLAN, { real, imaginary, offset: row * TILE, stride: 1 });
  for (let column = 0; column < TILE; column += 1)
    transform(PLAN, { real, imaginary, offset: column, stride: TILE });
  for (let at = 0; at < real.length; at += 1)
    power[at] = (power[at] ?? 0) + (real[at] ?? 0) ** 2 + (imaginary[at] ?? 0) ** 2;
}

/** A wave and its opposite are one; each fine one with its distance from the middle. */
const FINE_WAVES = Array.from({ length: TILE * (TILE / 2 + 1) }, (_, at) => ({
  at,
  opposite: ((TILE - Math.floor(at / TILE)) % TILE) * TILE + ((TILE - (at % TILE)) % TILE),
  radius: Math.hypot(foldFrequency(at % TILE), foldFrequency(Math.floor(at / TILE))),
})).filter(({ at }) => isFine(at));

/** Waves fine enough, and none of JPEG's own. */
function isFine(at: number): boolean {
  const u = foldFrequency(at % TILE);
  const v = foldFrequency(Math.floor(at / TILE));
  if (Math.hypot(u, v) < MIN_FREQUENCY * TILE) return false;
  const isOfBlocks = (along: number, across: number) =>
    Math.abs(across) <= 1 &&
    Math.abs(along - BLOCK_FREQUENCY * Math.round(along / BLOCK_FREQUENCY)) <= 1;
  return !isOfBlocks(u, v) && !isOfBlocks(v, u);
}

function foldFrequency(index: number): number {
  return index < TILE / 2 ? index : TILE - index;
}

function findPeak(power: Float64Array): number {
  const rings = Array.from({ length: TILE }, (): number[] => []);
  const waves = FINE_WAVES.map(({ at, opposite, radius }) => {
    const strength = (power[at] ?? 0) + (power[opposite] ?? 0);
    rings[Math.round(radius)]?.push(strength);
    return { radius: Math.round(radius), strength };
  });
  const typical = rings.map((_, radius) =>
    middle(rings.slice(Math.max(radius - RING, 0), radius + RING + 1).flat()),
  );
  return Math.max(
    ...waves.map(({ radius, strength }) => strength / Math.max(typical[radius] ?? 0, 1e-12)),
  );
}

function middle(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}
