import type { Point } from '../../face/face-landmarks.js';
import { projectPoint, RESTING_POSE, type SheetPose } from '../generator/sheet-pose.js';
import { HEAD_SHAPE } from '../head-shape.js';
import { observeFace, type ObservedFace } from '../observed-face.js';

export const OPEN = { left: 1, right: 1 };
const NECK = { x: 0, y: 1, z: -1.2 };

/** Depth of a sheet of paper at a place across it. */
export type Bend = (x: number) => number;

/** The landmarks of the mean head in a pose, or of its picture on paper. */
export function seeMeanHead(
  pose: Partial<SheetPose>,
  paper: Bend | null = null,
  eyes = OPEN,
): ObservedFace {
  const points = HEAD_SHAPE.map((point) => {
    const { x, y } = projectPoint(point, NECK, RESTING_POSE);
    const onPaper = paper && { x, y, z: paper(x) };
    return projectPoint(onPaper ?? point, onPaper ? { x: 0, y: 0, z: 0 } : NECK, {
      ...RESTING_POSE,
      ...pose,
    });
  });
  const lowered = eyes === OPEN ? points : closeLids(points);
  const face = observeFace(
    lowered.map(({ x, y }) => ({ x: 320 + x * 90, y: 240 + y * 90 })),
    eyes,
  );
  if (face === null) throw new Error('There is no head.');
  return face;
}

function closeLids(points: readonly Point[]): Point[] {
  const lowerOf = new Map([
    [37, 41],
    [38, 40],
    [43, 47],
    [44, 46],
  ]);
  return points.map((point, index) => {
    const lower = points[lowerOf.get(index) ?? -1];
    return lower === undefined ? point : { x: point.x, y: lower.y - 0.01 };
  });
}
