import type { Point } from '../../face/face-landmarks.js';
import { HEAD_SHAPE } from '../head-shape.js';
import { solveLeastSquares } from '../solve-linear.js';

/**
 * Points of a head beyond the 68, in distances between the eyes: forehead, crown, temples. By eye, on
 * the proportions of a skull.
 */
const SKULL = [
  { x: 0, y: -0.9, z: 0.3 },
  { x: -0.6, y: -0.8, z: 0.1 },
  { x: 0.6, y: -0.8, z: 0.1 },
  { x: 0, y: -1.5, z: -0.2 },
  { x: -0.8, y: -1.4, z: -0.6 },
  { x: 0.8, y: -1.4, z: -0.6 },
  { x: 0, y: -2, z: -1.1 },
  { x: -1.25, y: -0.8, z: -1.1 },
  { x: 1.25, y: -0.8, z: -1.1 },
  { x: -1.45, y: 0.2, z: -1.6 },
  { x: 1.45, y: 0.2, z: -1.6 },
];

/** Softens the surface between points, as landmarks are off by a few hundredths. */
const RIDGE = 0.02;

export type DepthAt = (x: number, y: number) => number;

/**
 * The surface of a face seen from the front: depth in distances between the eyes for a place in the
 * same unit with the origin between the eyes (thin-plate spline over the 68 points and the skull).
 */
export function fitDepth(landmarks: readonly Point[]): DepthAt {
  const points = [
    ...landmarks.map(({ x, y }, index) => ({ x, y, z: HEAD_SHAPE[index]?.z ?? 0 })),
    ...SKULL,
  ];
  const rows = points.map((point, index) => [
    ...points.map((other, at) => (at === index ? RIDGE : bend(distanceOf(point, other)))),
    1,
    point.x,
    point.y,
  ]);
  const coefficients =
    solveLeastSquares(
      rows,
      points.map(({ z }) => z),
      1e-6,
    ) ?? [];
  const count = points.length;
  const [level = 0, across = 0, down = 0] = coefficients.slice(count);
  return (x, y) => {
    let depth = level + across * x + down * y;
    for (const [index, point] of points.entries()) {
      depth += (coefficients[index] ?? 0) * bend(distanceOf(point, { x, y }));
    }
    return Math.min(Math.max(depth, -2), 1);
  };
}

function bend(distance: number): number {
  return distance < 1e-6 ? 0 : distance * distance * Math.log(distance);
}

function distanceOf(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
