import type { CardZone } from './measure-coverage.js';
import type { PortraitSide, PortraitSides } from './find-portrait-sides.js';
import { STRAIGHT_CARD } from './straighten-card.js';

export interface PortraitPlacing {
  /** Degrees by which the portrait, or a part of it, is turned on the card. */
  readonly turn: number;
  /** On the straightened card. */
  readonly zone: CardZone;
}

/** Share of a side's length that must show an edge for it to tell anything. */
const MIN_SUPPORT = 0.6;
/** The middle of every portrait, as a share of the card's width. */
const MIDDLE_X = 0.855;
/** Rows that slope more on the straightened card say that its outline is not known well enough. */
const MAX_TEXT_SLOPE = (2.5 * Math.PI) / 180;

/**
 * How much the portrait is turned against the rows of text. The card's printer sets both with one
 * machine, so they are parallel; what is glued on by hand is not. An upright and a level side must
 * be turned the same way: where the outline was found badly, one of the two is still right. A part
 * of the true portrait that shows beside the pasted one takes at most one of each.
 *
 * @param textSlope of the rows at a place of the straightened card, in radians
 * @returns `null` where no two such sides can be seen, or the card was straightened badly
 */
export function measurePasting(
  { left, right, top, bottom }: PortraitSides,
  textSlope: (x: number, y: number) => number,
): PortraitPlacing | null {
  const slopeAt = ({ at }: PortraitSide) => textSlope(MIDDLE_X * STRAIGHT_CARD.width, at);
  if ([top, bottom].some((side) => Math.abs(slopeAt(side)) > MAX_TEXT_SLOPE)) return null;
  const upright = [left, right].filter(isClear).map(({ turn }) => turn);
  const level = [top, bottom].filter(isClear).map((side) => side.turn - slopeAt(side));
  if (upright.length === 0 || level.length === 0) return null;
  const clockwise = Math.min(Math.max(...upright), Math.max(...level));
  const counter = Math.min(Math.max(...upright.map(negate)), Math.max(...level.map(negate)));
  const turn = Math.max(clockwise, counter, 0);
  return {
    turn: (turn * 180) / Math.PI,
    zone: { left: left.at, right: right.at, top: top.at, bottom: bottom.at },
  };
}

function isClear({ support }: PortraitSide): boolean {
  return support >= MIN_SUPPORT;
}

function negate(turn: number): number {
  return -turn;
}
