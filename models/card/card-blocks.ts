import type { RasterImage } from '../image/raster-image.js';

/** Pixels of a straightened card on a side of one block: about a capital letter. */
export const BLOCK = 6;

/** A straightened card as a grid of blocks: colour without grain, and whether there is ink. */
export interface CardBlocks {
  readonly columns: number;
  readonly rows: number;
  /** Mean levels of each block, 0 to 255. */
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
  /** Mean luminance. */
  readonly light: Float32Array;
  /** Luminance of the darkest and the brightest pixel. */
  readonly darkest: Float32Array;
  readonly brightest: Float32Array;
}

export function measureBlocks({ data, width, height }: RasterImage): CardBlocks {
  const columns = Math.floor(width / BLOCK);
  const rows = Math.floor(height / BLOCK);
  const plane = () => new Float32Array(columns * rows);
  const blocks = {
    columns,
    rows,
    red: plane(),
    green: plane(),
    blue: plane(),
    light: plane(),
    darkest: plane().fill(255),
    brightest: plane(),
  };
  const share = 1 / (BLOCK * BLOCK);
  for (let y = 0; y < rows * BLOCK; y += 1) {
    const first = Math.floor(y / BLOCK) * columns;
    for (let x = 0; x < columns * BLOCK; x += 1) {
      const at = (y * width + x) * 3;
      const block = first + ((x / BLOCK) | 0);
      const red = data[at] ?? 0;
      const green = data[at + 1] ?? 0;
      const blue = data[at + 2] ?? 0;
      // Rec. 601 luma.
      const light = 0.299 * red + 0.587 * green + 0.114 * blue;
      blocks.red[block] = (blocks.red[block] ?? 0) + red * share;
      blocks.green[block] = (blocks.green[block] ?? 0) + green * share;
      blocks.blue[block] = (blocks.blue[block] ?? 0) + blue * share;
      blocks.light[block] = (blocks.light[block] ?? 0) + light * share;
      if (light < (blocks.darkest[block] ?? 0)) blocks.darkest[block] = light;
      if (light > (blocks.brightest[block] ?? 0)) blocks.brightest[block] = light;
    }
  }
  return blocks;
}

/** The paper's own colour: the median of the blocks brighter than most that hold no ink. */
export interface Paper {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly light: number;
}

/** Brighter blocks out of all; the portrait, ink and a finger are most of the others. */
const PAPER_QUANTILE = 0.5;

export function findPaper(blocks: CardBlocks): Paper {
  const bright = quantile(blocks.light, PAPER_QUANTILE);
  const of = (levels: Float32Array) =>
    quantile(
      levels.filter((_, block) => (blocks.light[block] ?? 0) >= bright),
      0.5,
    );
  return {
    red: of(blocks.red),
    green: of(blocks.green),
    blue: of(blocks.blue),
    light: of(blocks.light),
  };
}

/** @returns 0 without values */
export function quantile(values: Float32Array, share: number): number {
  const sorted = Float32Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
