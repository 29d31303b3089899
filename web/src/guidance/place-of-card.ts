import { CARD_ASPECT, type Corners, type Point } from './corners.js';

/** Where a card lies, against the outline that it belongs in. */
export interface CardPlace {
  /** Its width to the outline's. */
  readonly size: number;
  /** From the outline's middle to its own, as a share of the outline's width. */
  readonly offset: number;
  /** Degrees that its long sides are turned, either way. */
  readonly turn: number;
  /** By how much one side is longer than the one across, as a share: the camera looks at a slant. */
  readonly slant: number;
}

/** The outline takes this share of the view's width, see `CaptureOutline.svelte`. */
export const OUTLINE_SHARE = 0.86;

export function placeOf(
  [upperLeft, upperRight, lowerRight, lowerLeft]: Corners,
  frame: { readonly width: number; readonly height: number },
): CardPlace {
  const [upper, lower] = [distance(upperLeft, upperRight), distance(lowerLeft, lowerRight)];
  const [left, right] = [distance(upperLeft, lowerLeft), distance(upperRight, lowerRight)];
  const outline = frame.width * OUTLINE_SHARE;
  const centre = {
    x: (upperLeft.x + upperRight.x + lowerRight.x + lowerLeft.x) / 4,
    y: (upperLeft.y + upperRight.y + lowerRight.y + lowerLeft.y) / 4,
  };
  const lean = (from: Point, to: Point): number => Math.atan2(to.y - from.y, to.x - from.x);
  const turn = (lean(upperLeft, upperRight) + lean(lowerLeft, lowerRight)) / 2;
  return {
    size: (upper + lower + (left + right) * CARD_ASPECT) / 4 / outline,
    offset: distance(centre, { x: frame.width / 2, y: frame.height / 2 }) / outline,
    turn: Math.abs((turn * 180) / Math.PI),
    slant: Math.max(apart(upper, lower), apart(left, right)),
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function apart(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(a, b);
}
