import type { Point } from '../face/face-landmarks.js';
import { HEAD_SHAPE } from './head-shape.js';
import type { ObservedFace } from './observed-face.js';
import { solveLeastSquares } from './solve-linear.js';

const RIDGE = 1e-6;

/**
 * How much the near grows more than the far while a face comes closer: slope of the perspective over
 * how much nearer the face is. One over its distance in the still, in distances between the eyes, for
 * a head (0.13 at half a metre); 0 for a picture.
 */
export function measurePerspective(still: ObservedFace, faces: readonly ObservedFace[]): number {
  const nearness = faces.map(({ head }) => 1 - still.head.scale / head.scale);
  const bulges = faces.map(({ points }) => measureBulge(still.points, points));
  const slope = solveLeastSquares(
    nearness.map((value) => [value, 1]),
    bulges,
    RIDGE,
  );
  return slope?.[0] ?? 0;
}

/**
 * How the points part from an affine map of the first picture in proportion to place times depth, which
 * is what perspective adds when the distance changes.
 */
function measureBulge(from: readonly Point[], to: readonly Point[]): number {
  const rows = from.flatMap(({ x, y }, index) => {
    const depth = HEAD_SHAPE[index]?.z ?? 0;
    return [
      [x * depth, x, y, 1, 0, 0, 0],
      [y * depth, 0, 0, 0, x, y, 1],
    ];
  });
  return (
    solveLeastSquares(
      rows,
      to.flatMap(({ x, y }) => [x, y]),
      RIDGE,
    )?.[0] ?? 0
  );
}
