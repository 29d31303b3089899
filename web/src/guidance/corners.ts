export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners in pixels of a frame: upper left, upper right, lower right, lower left. */
export type Corners = readonly [Point, Point, Point, Point];

/** An ID-1 card by ISO/IEC 7810: 85.60 × 53.98 mm. */
export const CARD_ASPECT = 85.6 / 53.98;

/** The point at shares of the way from left to right and from top to bottom; beyond 0 to 1 outside. */
export function pointAt(corners: Corners, across: number, down: number): Point {
  // Every frame asks for thousands of points.
  const upperLeft = (1 - across) * (1 - down);
  const upperRight = across * (1 - down);
  const lowerRight = across * down;
  const lowerLeft = (1 - across) * down;
  return {
    x:
      upperLeft * corners[0].x +
      upperRight * corners[1].x +
      lowerRight * corners[2].x +
      lowerLeft * corners[3].x,
    y:
      upperLeft * corners[0].y +
      upperRight * corners[1].y +
      lowerRight * corners[2].y +
      lowerLeft * corners[3].y,
  };
}
