/**
 * Pixels that follow each other along a straight line of a picture: where the first lies, and the way
 * to the next.
 */
export interface Stride {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}
