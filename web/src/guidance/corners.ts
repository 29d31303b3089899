export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners in pixels of a frame: upper left, upper right, lower right, lower left. */
export type Corners = readonly [Point, Point, Point, Point];

/** An ID-1 card by ISO/IEC 7810: 85.60 × 53.98 mm. */
export const CARD_ASPECT = 85.6 / 53.98;

/** The point at shares of the way from left to right and from top to bottom; beyond 0 to 1 outside. */
export function pointAt(
  [upperLeft, upperRight, lowerRight, lowerLeft]: Corners,
  across: number,
  down: number,
): Point {
  const mix = (of: (point: Point) => number): number => {
    const upper = of(upperLeft) + (of(upperRight) - of(upperLeft)) * across;
    const lower = of(lowerLeft) + (of(lowerRight) - of(lowerLeft)) * across;
    return upper + (lower - upper) * down;
  };
  return { x: mix(({ x }) => x), y: mix(({ y }) => y) };
}
