import type { CardBlocks, Paper } from './card-blocks.js';
import { keepSolid } from './measure-coverage.js';

/** Paper as white as this hides a reflection; overexposure tells it then. */
const WHITE_PAPER = 238;
/** Least level of the darkest channel in a reflection, and how far it is from paper to white. */
const MIN_WHITE = 236;
const MIN_RISE = 0.6;
/** Levels of luminance by which ink still shows in a reflection. */
const MIN_INK = 45;

/** Marks the blocks of a straightened card where a reflection leaves no ink to see. */
export function findGlare(blocks: CardBlocks, paper: Paper): Uint8Array {
  const marked = new Uint8Array(blocks.light.length);
  const paperWhite = Math.min(paper.red, paper.green, paper.blue);
  if (paperWhite >= WHITE_PAPER) return marked;
  const minWhite = Math.max(MIN_WHITE, paperWhite + MIN_RISE * (255 - paperWhite));
  for (let block = 0; block < marked.length; block += 1) {
    const white = Math.min(
      blocks.red[block] ?? 0,
      blocks.green[block] ?? 0,
      blocks.blue[block] ?? 0,
    );
    const ink = (blocks.light[block] ?? 0) - (blocks.darkest[block] ?? 0);
    if (white >= minWhite && ink < MIN_INK) marked[block] = 1;
  }
  return keepSolid(blocks, marked);
}
