export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

export type MapPoint = (x: number, y: number) => Point;

/** @param into what the answer is written to, for as many points as a picture has; a new one unless given */
export type MapPointInto = (x: number, y: number, into?: { x: number; y: number }) => Point;

/**
 * The perspective that takes a quadrilateral back to the rectangle `0 ≤ x ≤ width`,
 * `0 ≤ y ≤ height` (P. Heckbert, "Fundamentals of Texture Mapping", 1989, §2.2.3).
 */
export function mapQuadToRectangle(quad: Quad, width: number, height: number): MapPoint {
  const [a, b, c, d, e, f, g, h] = unitSquareToQuad(quad);
  // The adjugate inverts the matrix up to a factor, which the division below cancels.
  const toX = [e - f * h, c * h - b, b * f - c * e] as const;
  const toY = [f * g - d, a - c * g, c * d - a * f] as const;
  const toDivisor = [d * h - e * g, b * g - a * h, a * e - b * d] as const;
  return (x, y) => {
    const divisor = toDivisor[0] * x + toDivisor[1] * y + toDivisor[2];
    return {
      x: ((toX[0] * x + toX[1] * y + toX[2]) / divisor) * width,
      y: ((toY[0] * x + toY[1] * y + toY[2]) / divisor) * height,
    };
  };
}

/** The perspective that takes the rectangle `0 ≤ x ≤ width`, `0 ≤ y ≤ height` to a quadrilateral. */
export function mapRectangleToQuad(quad: Quad, width: number, height: number): MapPointInto {
  const [a, b, c, d, e, f, g, h] = unitSquareToQuad(quad);
  return (x, y, into = { x: 0, y: 0 }) => {
    const u = x / width;
    const v = y / height;
    const divisor = g * u + h * v + 1;
    into.x = (a * u + b * v + c) / divisor;
    into.y = (d * u + e * v + f) / divisor;
    return into;
  };
}

type Coefficients = readonly [number, number, number, number, number, number, number, number];

function unitSquareToQuad([p0, p1, p2, p3]: Quad): Coefficients {
  const sumX = p0.x - p1.x + p2.x - p3.x;
  const sumY = p0.y - p1.y + p2.y - p3.y;
  const right = { x: p1.x - p2.x, y: p1.y - p2.y };
  const bottom = { x: p3.x - p2.x, y: p3.y - p2.y };
  const area = right.x * bottom.y - bottom.x * right.y;
  const g = (sumX * bottom.y - bottom.x * sumY) / area;
  const h = (right.x * sumY - sumX * right.y) / area;
  return [
    p1.x - p0.x + g * p1.x,
    p3.x - p0.x + h * p3.x,
    p0.x,
    p1.y - p0.y + g * p1.y,
    p3.y - p0.y + h * p3.y,
    p0.y,
    g,
    h,
  ];
}
