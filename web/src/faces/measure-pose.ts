import type { Point } from './read-answers.js';

/** How a head is held, from six points of its face. */
export interface HeadPose {
  /**
   * Where the tip of the nose lies between the ears, in parts of their distance from the middle: 0 from the
   * front, more than 0 where it points to the picture's right.
   */
  readonly turn: number;
  /** Where the tip of the nose lies on the way from the eyes to the mouth: 0 to 1. */
  readonly drop: number;
  /** The line of the eyes, degrees clockwise. */
  readonly tilt: number;
}

const ORIGIN: Point = { x: 0, y: 0 };

/** @param points see `FaceAnswer` */
export function measurePose(points: readonly Point[]): HeadPose {
  const [leftEye = ORIGIN, rightEye = ORIGIN, nose = ORIGIN, mouth = ORIGIN] = points;
  const [leftEar = ORIGIN, rightEar = ORIGIN] = points.slice(4);
  return {
    turn: shareAlong(nose, leftEar, rightEar) - 0.5,
    drop: shareAlong(nose, middleOf(leftEye, rightEye), mouth),
    tilt: (Math.atan2(rightEye.y - leftEye.y, rightEye.x - leftEye.x) * 180) / Math.PI,
  };
}

/** How far along the way from one point to another a third one lies, 0 to 1 between them. */
function shareAlong(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  return length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
}

function middleOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
