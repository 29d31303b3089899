import type { Point, Quad } from '../image/homography.js';

/** Width to height of a card seen from anywhere a reader can read it; straight on it is 1.586. */
const ASPECT = { least: 1, most: 2.6 } as const;
/** Shorter to longer of two opposite sides. */
const MIN_SIDES_RATIO = 0.55;

/** Whether an outline can be a card's, read from its front; few words read give wild ones. */
export function isCardLike([a, b, c, d]: Quad): boolean {
  const isConvex = [turn(a, b, c), turn(b, c, d), turn(c, d, a), turn(d, a, b)].every((t) => t > 0);
  const [top, right, bottom, left] = [span(a, b), span(b, c), span(c, d), span(d, a)];
  const aspect = (top + bottom) / (left + right);
  return (
    isConvex &&
    Math.min(top, bottom) >= MIN_SIDES_RATIO * Math.max(top, bottom) &&
    Math.min(left, right) >= MIN_SIDES_RATIO * Math.max(left, right) &&
    aspect >= ASPECT.least &&
    aspect <= ASPECT.most
  );
}

/** Above 0 where the way turns clockwise on the screen. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}

function span(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
