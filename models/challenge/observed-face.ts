import type { EyeOpenness } from '../face/eye-openness.js';
import type { Point } from '../face/face-landmarks.js';
import { fitHead, type HeadFit } from './fit-head.js';
import { measureRelief, type Relief } from './measure-relief.js';

/** The face of one picture as the rules of a challenge see it. */
export interface ObservedFace {
  readonly head: HeadFit;
  /** The 68 points levelled, in distances between the eyes, from the middle of the eye corners. */
  readonly points: readonly Point[];
  /** `null` where nobody asked for them. */
  readonly eyes: EyeOpenness | null;
  /** Height of the open eyes as a share of their width, mean of both. */
  readonly lidGap: number;
}

/** A face of the recording beside that of the still. */
export interface MovedFace extends ObservedFace {
  readonly relief: Relief;
}

export function compareFace(still: ObservedFace, face: ObservedFace): MovedFace {
  return { ...face, relief: measureRelief(still.points, face.points) };
}

const EYE_CORNERS = [36, 39, 42, 45];
const EYES = [
  [36, 37, 38, 39, 40, 41],
  [42, 43, 44, 45, 46, 47],
];

/** @returns `null` where the landmarks make no head */
export function observeFace(
  landmarks: readonly Point[],
  eyes: EyeOpenness | null,
): ObservedFace | null {
  const head = fitHead(landmarks);
  if (head === null) return null;
  const at = (index: number) => landmarks[index] ?? { x: 0, y: 0 };
  const corners = EYE_CORNERS.map(at);
  const middle = {
    x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
    y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
  };
  const radians = (-head.roll * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const points = landmarks.map(({ x, y }) => {
    const [dx, dy] = [(x - middle.x) / head.scale, (y - middle.y) / head.scale];
    return { x: dx * cos - dy * sin, y: dx * sin + dy * cos };
  });
  const gaps = EYES.map((eye) => gapOf(eye.map((index) => points[index] ?? { x: 0, y: 0 })));
  return { head, points, eyes, lidGap: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length };
}

/** Of the points of one eye: corner, two of the upper lid, corner, two of the lower lid. */
function gapOf([outer, upper, upperInner, inner, lowerInner, lower]: readonly Point[]): number {
  const width = between(outer, inner);
  const height = (between(upper, lower) + between(upperInner, lowerInner)) / 2;
  return width > 0 ? height / width : 0;
}

function between(a?: Point, b?: Point): number {
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
}
