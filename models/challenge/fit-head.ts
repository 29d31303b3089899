import type { Point } from '../face/face-landmarks.js';
import { HEAD_SHAPE } from './head-shape.js';
import { solveLeastSquares } from './solve-linear.js';

/** A mean head laid over the landmarks of a face (scaled orthographic projection). */
export interface HeadFit {
  /** Degrees; positive to the person's own left. */
  readonly yaw: number;
  /** Degrees; positive upwards. */
  readonly pitch: number;
  /** Degrees; positive clockwise on the picture. */
  readonly roll: number;
  /** Pixels of a distance between the eyes seen from the front. */
  readonly scale: number;
  /** Mean distance of the landmarks from the fit, in the same unit. */
  readonly misfit: number;
}

const ROWS = HEAD_SHAPE.map(({ x, y, z }) => [x, y, z, 1]);

/** @returns `null` for what is no face: points that all lie in one place */
export function fitHead(landmarks: readonly Point[]): HeadFit | null {
  const across = solveLeastSquares(
    ROWS,
    landmarks.map(({ x }) => x),
  );
  const down = solveLeastSquares(
    ROWS,
    landmarks.map(({ y }) => y),
  );
  if (across === null || down === null) return null;
  const [ax = 0, ay = 0, az = 0] = across;
  const [dx = 0, dy = 0, dz = 0] = down;
  const scale = (Math.hypot(ax, ay, az) + Math.hypot(dx, dy, dz)) / 2;
  if (!(scale > 1e-6)) return null;
  const misses = landmarks.map((point, index) => {
    const row = ROWS[index] ?? [];
    return Math.hypot(point.x - dot(across, row), point.y - dot(down, row));
  });
  const roll = Math.atan2(dx, ax);
  // Level the face first: its turn and nod are about its own axes.
  const [cos, sin] = [Math.cos(roll), Math.sin(roll)];
  return {
    yaw: toDegrees(Math.atan2(az * cos + dz * sin, Math.hypot(ax, dx))),
    pitch: toDegrees(Math.atan2(az * sin - dz * cos, Math.hypot(ay, dy))),
    roll: toDegrees(roll),
    scale,
    misfit: misses.reduce((sum, miss) => sum + miss, 0) / misses.length / scale,
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function toDegrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
