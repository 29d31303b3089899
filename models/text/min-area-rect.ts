import { foldHalfTurn, type LineBox, type Point } from './line-box.js';

/** Corners of the smallest convex polygon around the points (Andrew's monotone chain). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

function halfHull(sorted: readonly Point[]): Point[] {
  const chain: Point[] = [];
  for (const point of sorted) {
    for (;;) {
      const last = chain.at(-1);
      const before = chain.at(-2);
      if (last === undefined || before === undefined || turn(before, last, point) > 0) break;
      chain.pop();
    }
    chain.push(point);
  }
  return chain.slice(0, -1);
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/**
 * The turned rectangle of least area around the points. One of its sides lies along an edge of the
 * convex hull (Freeman and Shapira 1975), so each edge is tried.
 */
export function minAreaRect(points: readonly Point[]): LineBox {
  const hull = convexHull(points);
  let best = rectAlong(hull, 0);
  for (const [index, point] of hull.entries()) {
    const next = hull[(index + 1) % hull.length] ?? point;
    const rect = rectAlong(hull, Math.atan2(next.y - point.y, next.x - point.x));
    if (rect.width * rect.height < best.width * best.height) best = rect;
  }
  return best;
}

function rectAlong(points: readonly Point[], angle: number): LineBox {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const along = points.map(({ x, y }) => x * cos + y * sin);
  const across = points.map(({ x, y }) => y * cos - x * sin);
  const [left, right] = [Math.min(...along), Math.max(...along)];
  const [top, bottom] = [Math.min(...across), Math.max(...across)];
  const u = (left + right) / 2;
  const v = (top + bottom) / 2;
  const centre = { x: u * cos - v * sin, y: u * sin + v * cos };
  const isLong = right - left >= bottom - top;
  return {
    centre,
    width: isLong ? right - left : bottom - top,
    height: isLong ? bottom - top : right - left,
    angle: foldHalfTurn(isLong ? angle : angle + Math.PI / 2),
  };
}
