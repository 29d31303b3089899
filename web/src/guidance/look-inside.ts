import { pointAt, type Corners } from './corners.js';
import type { GreyFrame } from './grey-frame.js';

/** What lies inside four corners, without its rim. */
export interface InsideLook {
  /** The middle level, 0 to 255. */
  readonly light: number;
  /** Share of the area in which nothing but white is left. */
  readonly blownOut: number;
  /** How much the picture changes from one place to the next, as a share of its light. */
  readonly detail: number;
}

/** Level from which a camera shows nothing more; video often ends at 250 instead of 255. */
const WHITE_LEVEL = 248;
/** Of the card's width and height, left out at each side: it may be the desk already. */
const RIM = 0.06;
/** Places looked at across and down; each is 2 by 2 pixels of a card that fills the outline. */
const [ACROSS, DOWN] = [110, 70] as const;

/** Looks at places in a grid over the card, whatever way it is turned. */
export function lookInside({ width, height, data }: GreyFrame, corners: Corners): InsideLook {
  const levels = new Uint8Array(ACROSS * DOWN);
  for (let row = 0; row < DOWN; row += 1) {
    const v = RIM + ((1 - 2 * RIM) * row) / (DOWN - 1);
    const [left, right] = [pointAt(corners, RIM, v), pointAt(corners, 1 - RIM, v)];
    for (let column = 0; column < ACROSS; column += 1) {
      const share = column / (ACROSS - 1);
      const x = Math.round(left.x + (right.x - left.x) * share);
      const y = Math.round(left.y + (right.y - left.y) * share);
      levels[row * ACROSS + column] = data[clamp(y, height - 1) * width + clamp(x, width - 1)] ?? 0;
    }
  }
  const light = middleOf(levels);
  return {
    light,
    blownOut: shareBlownOut(levels),
    detail: meanChange(levels) / Math.max(1, light),
  };
}

/** White places whose neighbours are white as well: the white of an eye or a line is no glare. */
function shareBlownOut(levels: Uint8Array): number {
  const isWhite = (at: number): boolean => (levels[at] ?? 0) >= WHITE_LEVEL;
  let count = 0;
  for (let row = 1; row < DOWN - 1; row += 1) {
    for (let column = 1; column < ACROSS - 1; column += 1) {
      const at = row * ACROSS + column;
      if (!isWhite(at)) continue;
      if (!isWhite(at - 1) || !isWhite(at + 1)) continue;
      if (isWhite(at - ACROSS) && isWhite(at + ACROSS)) count += 1;
    }
  }
  return count / levels.length;
}

function meanChange(levels: Uint8Array): number {
  let sum = 0;
  for (let at = 2; at < levels.length; at += 1) {
    sum += Math.abs((levels[at] ?? 0) - (levels[at - 2] ?? 0));
  }
  return sum / levels.length;
}

function middleOf(levels: Uint8Array): number {
  return Uint8Array.from(levels).sort()[levels.length >> 1] ?? 0;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
