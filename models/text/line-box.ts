export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A turned rectangle around one line of text, in pixels of the image it was found in. */
export interface LineBox {
  readonly centre: Point;
  /** Length of the long side. */
  readonly width: number;
  /** Length of the short side. */
  readonly height: number;
  /**
   * Direction of the long side in radians, clockwise on the screen because y points down, within
   * (−π/2, π/2]. A box cannot tell which end the text starts at.
   */
  readonly angle: number;
}

/** The same direction within (−π/2, π/2]. */
export function foldHalfTurn(angle: number): number {
  const folded = angle - Math.PI * Math.round(angle / Math.PI);
  return folded <= -Math.PI / 2 ? folded + Math.PI : folded;
}
