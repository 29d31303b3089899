import type { Point, Quad } from '../image/homography.js';
import type { Rectangle } from './callout.js';

/** Whether two convex quadrilaterals share ground; touching edges do not count. */
export function areOverlapping(a: Quad, b: Quad): boolean {
  return !isParted(a, b) && !isParted(b, a);
}

/** Two convex shapes are apart where the line along some edge of one of them has them so. */
function isParted(a: Quad, b: Quad): boolean {
  return a.some((from, at) => {
    const to = a[(at + 1) % a.length] ?? from;
    const across = { x: to.y - from.y, y: from.x - to.x };
    const [ownLow, ownHigh] = castShadow(a, across);
    const [low, high] = castShadow(b, across);
    return ownHigh <= low || high <= ownLow;
  });
}

function castShadow(quad: Quad, { x, y }: Point): readonly [number, number] {
  const [a, b, c, d] = quad;
  const along = (point: Point) => point.x * x + point.y * y;
  const [first, second, third, fourth] = [along(a), along(b), along(c), along(d)];
  return [Math.min(first, second, third, fourth), Math.max(first, second, third, fourth)];
}

export function toQuad({ left, top, width, height }: Rectangle): Quad {
  const [right, bottom] = [left + width, top + height];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
