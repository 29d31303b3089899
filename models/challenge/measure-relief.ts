import type { Point } from '../face/face-landmarks.js';
import { HEAD_SHAPE } from './head-shape.js';
import { solveLeastSquares } from './solve-linear.js';

/** How the near points of a face move against its far ones from one picture to another. */
export interface Relief {
  /** Sine of the turn; positive to the person's own left. */
  readonly across: number;
  /** Sine of the nod; positive downwards. */
  readonly down: number;
  /**
   * Sine of the angle by which a flat picture would have to be tilted to be squeezed as much as the face
   * is. A head that turns is squeezed by its turn, paper by its tilt.
   */
  readonly tilt: number;
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
  const across = solveLeastSquares(
    rows,
    moved.map(({ x }) => x),
    RIDGE,
  );
  const down = solveLeastSquares(
    rows,
    moved.map(({ y }) => y),
    RIDGE,
  );
  if (across === null || down === null) return { across: 0, down: 0, tilt: 0 };
  const [turn = 0, , xx = 1, xy = 0] = across;
  const [nod = 0, , yx = 0, yy = 1] = down;
  return { across: turn, down: nod, tilt: measureTilt([xx, xy, yx, yy]) };
}

/** From the greatest and the least stretch of a linear map, its singular values. */
function measureTilt([xx, xy, yx, yy]: readonly [number, number, number, number]): number {
  const sum = xx ** 2 + xy ** 2 + yx ** 2 + yy ** 2;
  const area = Math.abs(xx * yy - xy * yx);
  const spread = Math.sqrt(Math.max(sum ** 2 - 4 * area ** 2, 0));
  const most = Math.sqrt((sum + spread) / 2);
  return most > 0 ? Math.sqrt(Math.max(1 - (area / most ** 2) ** 2, 0)) : 0;
}
