import type { Point } from './face-landmarks.js';

/** Left eye, right eye, nose tip, left and right mouth corner, as seen in the image. */
export type FivePoints = readonly [Point, Point, Point, Point, Point];

/** Indices into the 68 points. An eye is the mean of its four lid points. */
const LEFT_EYE = [37, 38, 40, 41];
const RIGHT_EYE = [43, 44, 46, 47];
const NOSE_TIP = [30];
const LEFT_MOUTH = [48, 60];
const RIGHT_MOUTH = [54, 64];

export function toFivePoints(landmarks: readonly Point[]): FivePoints {
  return [
    meanOf(landmarks, LEFT_EYE),
    meanOf(landmarks, RIGHT_EYE),
    meanOf(landmarks, NOSE_TIP),
    meanOf(landmarks, LEFT_MOUTH),
    meanOf(landmarks, RIGHT_MOUTH),
  ];
}

/** Distance between the eyes in pixels: the usual measure of a face's resolution. */
export function eyeDistance([left, right]: FivePoints): number {
  return Math.hypot(right.x - left.x, right.y - left.y);
}

function meanOf(landmarks: readonly Point[], indices: readonly number[]): Point {
  const points = indices.map((index) => landmarks[index] ?? { x: 0, y: 0 });
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  };
}
