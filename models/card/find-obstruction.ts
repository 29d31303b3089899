import type { CardBlocks, Paper } from './card-blocks.js';
import { keepSolid } from './measure-coverage.js';

/** Share of red or blue in all light by which skin differs from the card's paper. */
const MIN_COLOUR_SHIFT = 0.07;
/** Even the brightest pixel of a block is darker than this share of the paper: no paper shows. */
const MAX_DARK = 0.3;
/** Below this luminance of the paper colours are mostly grain. */
const MIN_PAPER_LIGHT = 25;

/**
 * Marks the blocks of a straightened card that are solidly something else than paper: another
 * colour, as skin is, or black. Print, shadows and lettering written over the card are no solid.
 */
export function findObstruction(blocks: CardBlocks, paper: Paper): Uint8Array {
  const marked = new Uint8Array(blocks.light.length);
  if (paper.light < MIN_PAPER_LIGHT) return marked;
  const paperSum = paper.red + paper.green + paper.blue;
  const [paperRed, paperBlue] = [paper.red / paperSum, paper.blue / paperSum];
  for (let block = 0; block < marked.length; block += 1) {
    const red = blocks.red[block] ?? 0;
    const blue = blocks.blue[block] ?? 0;
    const sum = red + blue + (blocks.green[block] ?? 0) + 1;
    const shift = Math.max(Math.abs(red / sum - paperRed), Math.abs(blue / sum - paperBlue));
    const isBlack = (blocks.brightest[block] ?? 0) < MAX_DARK * paper.light;
    if (shift >= MIN_COLOUR_SHIFT || isBlack) marked[block] = 1;
  }
  return keepSolid(blocks, marked);
}
