import { mapQuadToRectangle, type Point, type Quad } from '../image/homography.js';
import type { LineBox } from '../text/line-box.js';
import { fitSlope, type SlopeSample } from './fit-slope.js';
import { STRAIGHT_CARD } from './straighten-card.js';

/** Shorter boxes do not know their own direction well enough. */
const LONG = 4;
/** Slopes beyond it are no rows of this card. */
const MAX_SLOPE = 0.27;
/** Rows that show the direction of all. */
const MIN_ROWS = 4;

/**
 * The slope of the rows of text on the straightened card, which is not quite 0: the outline that it
 * was straightened by is not exact, and print is parallel to print.
 *
 * @returns slope in radians at a place of the straightened card; `null` with too few rows
 */
export function measureTextSlope(
  boxes: readonly LineBox[],
  outline: Quad,
): ((x: number, y: number) => number) | null {
  const { width, height } = STRAIGHT_CARD;
  const toCard = mapQuadToRectangle(outline, width, height);
  const rows = boxes.filter((box) => box.width >= LONG * box.height);
  const samples = rows.flatMap((box) => {
    const [start, end] = endsOf(box);
    return toSample(toCard(start.x, start.y), toCard(end.x, end.y));
  });
  return samples.length < MIN_ROWS ? null : fitSlope(samples);
}

function endsOf({ centre, width, angle }: LineBox): [Point, Point] {
  const reach = { x: (Math.cos(angle) * width) / 2, y: (Math.sin(angle) * width) / 2 };
  return [
    { x: centre.x - reach.x, y: centre.y - reach.y },
    { x: centre.x + reach.x, y: centre.y + reach.y },
  ];
}

function toSample(start: Point, end: Point): SlopeSample[] {
  const { width, height } = STRAIGHT_CARD;
  const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
  const slope = Math.atan2(end.y - start.y, end.x - start.x);
  const isOnCard = x > 0 && x < width && y > 0 && y < height;
  return isOnCard && Math.abs(slope) <= MAX_SLOPE ? [{ x, y, slope, weight: end.x - start.x }] : [];
}
