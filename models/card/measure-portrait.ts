import type { CardBlocks, Paper } from './card-blocks.js';

/** The inside of the portrait as shares of the card; cards differ by some hundredths. */
export const PORTRAIT = { left: 0.765, right: 0.935, top: 0.33, bottom: 0.66 } as const;
/** Share of paper's luminance, and of red or blue in all light, within which a block is paper. */
const PAPER_LIGHT = 0.85;
const PAPER_COLOUR = 0.03;
/** A backdrop's strongest channel over the others, freed of the light's colour. */
const BACKDROP_GAIN = 1.7;
/** Share of the portrait from which a backdrop is told; clothes may have its colour. */
const MIN_BACKDROP = 0.15;
/** Times the other colour's share. */
const CLEARLY = 4;

export interface PortraitLook {
  /** Share of the portrait's place that is bare paper. */
  readonly bareShare: number;
  /** `null` where it is neither, or not clear, or the card is grey. */
  readonly background: 'RED' | 'BLUE' | null;
}

/** What stands where the portrait belongs on a straightened card. */
export function measurePortrait(blocks: CardBlocks, paper: Paper): PortraitLook {
  const { columns, rows } = blocks;
  let bare = 0;
  let red = 0;
  let blue = 0;
  let total = 0;
  for (let row = Math.ceil(PORTRAIT.top * rows); row < PORTRAIT.bottom * rows; row += 1) {
    for (let column = Math.ceil(PORTRAIT.left * columns); column < PORTRAIT.right * columns;) {
      const block = row * columns + column;
      total += 1;
      if (isPaper(blocks, block, paper)) bare += 1;
      const backdrop = backdropOf(blocks, block, paper);
      if (backdrop === 'RED') red += 1;
      if (backdrop === 'BLUE') blue += 1;
      column += 1;
    }
  }
  const isRed = red >= MIN_BACKDROP * total && red >= CLEARLY * blue;
  const isBlue = blue >= MIN_BACKDROP * total && blue >= CLEARLY * red;
  return { bareShare: bare / total, background: isRed ? 'RED' : isBlue ? 'BLUE' : null };
}

function isPaper(blocks: CardBlocks, block: number, paper: Paper): boolean {
  if ((blocks.darkest[block] ?? 0) < PAPER_LIGHT * paper.light) return false;
  const red = blocks.red[block] ?? 0;
  const blue = blocks.blue[block] ?? 0;
  const sum = red + blue + (blocks.green[block] ?? 0) + 1;
  const paperSum = paper.red + paper.green + paper.blue + 1;
  const isLikePaper = (level: number, reference: number) =>
    Math.abs(level / sum - reference / paperSum) <= PAPER_COLOUR;
  return isLikePaper(red, paper.red) && isLikePaper(blue, paper.blue);
}

/** Red, green and blue of the card's own paper in white light: what the light's colour is told by. */
const TRUE_PAPER = [205, 230, 245] as const;

function backdropOf(blocks: CardBlocks, block: number, paper: Paper): 'RED' | 'BLUE' | null {
  const level = (value: number | undefined, own: number, true_: number) =>
    ((value ?? 0) / Math.max(own, 1)) * true_;
  const red = level(blocks.red[block], paper.red, TRUE_PAPER[0]);
  const green = level(blocks.green[block], paper.green, TRUE_PAPER[1]);
  const blue = level(blocks.blue[block], paper.blue, TRUE_PAPER[2]);
  if (red > BACKDROP_GAIN * green && red > BACKDROP_GAIN * blue) return 'RED';
  return blue > BACKDROP_GAIN * red && blue > 1.25 * green ? 'BLUE' : null;
}
