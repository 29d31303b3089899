import type { Point } from '../face/face-landmarks.js';
import { HEAD_SHAPE } from './head-shape.js';
import { solveLeastSquares } from './solve-linear.js';

/** How the near points of a face move against its far ones from one picture to another. */
export interface Relief {
  /** Sine of the turn; positive to the person's own left. */
  readonly across: number;
  /** Sine of the nod; positive downwards. */
  readonly down: number;
}

/** Lips and jaw open and close: the mouth says nothing about depth. */
const FIRST_MOUTH_POINT = 48;
/** Against rounding alone. */
const RIDGE = 1e-6;

/**
 * Plane and parallax: whatever a sheet of paper can do to its picture, tilted, turned, nearer or bent, is
 * to second order a quadratic in the place on the picture. That is fitted together with the depth of a
 * mean head; what moves along with the depth beyond it is relief. A print has none, however it is held.
 *
 * @param from the points of the first picture, see `ObservedFace`
 */
export function measureRelief(from: readonly Point[], to: readonly Point[]): Relief {
  const rows = from.slice(0, FIRST_MOUTH_POINT).map(({ x, y }, index) => {
    return [HEAD_SHAPE[index]?.z ?? 0, 1, x, y, x * x, x * y, y * y];
  });
  const moved = to.slice(0, FIRST_MOUTH_POINT);
  return {
    across:
      solveLeastSquares(
        rows,
        moved.map(({ x }) => x),
        RIDGE,
      )?.[0] ?? 0,
    down:
      solveLeastSquares(
        rows,
        moved.map(({ y }) => y),
        RIDGE,
      )?.[0] ?? 0,
  };
}
