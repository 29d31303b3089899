import type { Point } from './face-landmarks.js';

/** Turn, uniform scale and shift: x' = a·x − b·y + tx, y' = b·x + a·y + ty. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/** The similarity that takes `from` closest to `to` in the least-squares sense; no mirroring. */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const centreFrom = centreOf(from);
  const centreTo = centreOf(to);
  let along = 0;
  let across = 0;
  let spread = 0;
  for (const [index, point] of from.entries()) {
    const target = to[index] ?? centreTo;
    const x = point.x - centreFrom.x;
    const y = point.y - centreFrom.y;
    const u = target.x - centreTo.x;
    const v = target.y - centreTo.y;
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  }
  const a = spread === 0 ? 1 : along / spread;
  const b = spread === 0 ? 0 : across / spread;
  return {
    a,
    b,
    tx: centreTo.x - a * centreFrom.x + b * centreFrom.y,
    ty: centreTo.y - b * centreFrom.x - a * centreFrom.y,
  };
}

export function invertSimilarity({ a, b, tx, ty }: Similarity): Similarity {
  const norm = a * a + b * b;
  const inverse = { a: a / norm, b: -b / norm };
  return {
    ...inverse,
    tx: -(inverse.a * tx - inverse.b * ty),
    ty: -(inverse.b * tx + inverse.a * ty),
  };
}

export function applySimilarity({ a, b, tx, ty }: Similarity, { x, y }: Point): Point {
  return { x: a * x - b * y + tx, y: b * x + a * y + ty };
}

export function scaleOf({ a, b }: Similarity): number {
  return Math.hypot(a, b);
}

function centreOf(points: readonly Point[]): Point {
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
}
