import type { MapPoint, Point } from './homography.js';

/** A point of the plane and where the picture shows it. */
export interface PointPair {
  readonly from: Point;
  readonly to: Point;
  readonly weight: number;
}

/**
 * Pull of the perspective terms towards none, as a share of all weight. Points in one narrow band
 * say nothing about how lines converge across it.
 */
const RIDGE = 1e-3;
/** Rounds of reweighting. Each halves the say of what lies off; three settle it. */
const ROUNDS = 4;

/**
 * The perspective that takes `from` to `to`, by weighted least squares on the linear equations of R.
 * Hartley and A. Zisserman, "Multiple View Geometry", 2nd ed., §4.1, with normalised coordinates
 * (§4.4) and Cauchy weights, so that a few wrong pairs have little say.
 *
 * @returns `null` for fewer than four pairs, or where they lie in a line
 */
export function fitHomography(pairs: readonly PointPair[]): MapPoint | null {
  if (pairs.length < 4) return null;
  const source = normalise(pairs.map(({ from }) => from));
  const target = normalise(pairs.map(({ to }) => to));
  const scaled = pairs.map(({ from, to, weight }) => ({
    from: source.apply(from),
    to: target.apply(to),
    weight,
  }));
  let weights = scaled.map(({ weight }) => weight);
  let map: MapPoint | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const solution = solve(equationsOf(scaled, weights));
    if (solution === null) return null;
    const fitted = mapWith(solution);
    map = fitted;
    const misses = scaled.map(({ from, to }) => distance(fitted(from.x, from.y), to));
    const spread = Math.max(median(misses) * 2, 1e-6);
    weights = scaled.map(
      ({ weight }, index) => weight / (1 + ((misses[index] ?? 0) / spread) ** 2),
    );
  }
  const fitted = map;
  if (fitted === null) return null;
  return (x, y) => {
    const at = source.apply({ x, y });
    return target.undo(fitted(at.x, at.y));
  };
}

interface Normalisation {
  readonly apply: (point: Point) => Point;
  readonly undo: (point: Point) => Point;
}

function normalise(points: readonly Point[]): Normalisation {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const centre = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  const size = mean(points.map((point) => distance(point, centre))) || 1;
  return {
    apply: ({ x, y }) => ({ x: (x - centre.x) / size, y: (y - centre.y) / size }),
    undo: ({ x, y }) => ({ x: x * size + centre.x, y: y * size + centre.y }),
  };
}

/** Normal equations of the eight coefficients, one row each, the right-hand side last. */
function equationsOf(pairs: readonly PointPair[], weights: readonly number[]): number[][] {
  const sums = new Float64Array(8 * 9);
  const [ofX, ofY] = [new Float64Array(9), new Float64Array(9)];
  ofX[2] = ofY[5] = 1;
  let total = 0;
  for (const [index, { from, to }] of pairs.entries()) {
    const { x, y } = from;
    const weight = weights[index] ?? 0;
    total += weight;
    ofX[0] = ofY[3] = x;
    ofX[1] = ofY[4] = y;
    ofX[6] = -x * to.x;
    ofX[7] = -y * to.x;
    ofX[8] = to.x;
    ofY[6] = -x * to.y;
    ofY[7] = -y * to.y;
    ofY[8] = to.y;
    addEquation(sums, ofX, weight);
    addEquation(sums, ofY, weight);
  }
  for (const perspective of [6, 7])
    sums[perspective * 10] = (sums[perspective * 10] ?? 0) + total * RIDGE;
  return Array.from({ length: 8 }, (_, row) => [...sums.subarray(row * 9, row * 9 + 9)]);
}

/** @param sums rows one after the other: a hundred pairs in arrays of their own were a megabyte */
function addEquation(sums: Float64Array, terms: Float64Array, weight: number): void {
  for (let row = 0, at = 0; row < 8; row += 1) {
    const factor = weight * (terms[row] ?? 0);
    for (let column = 0; column < 9; column += 1, at += 1)
      sums[at] = (sums[at] ?? 0) + factor * (terms[column] ?? 0);
  }
}

/** Gauss-Jordan elimination with the largest pivot; `null` when the points lie in a line. */
function solve(rows: number[][]): number[] | null {
  for (let column = 0; column < 8; column += 1) {
    const rest = rows.slice(column).map((row) => Math.abs(row[column] ?? 0));
    const best = column + rest.indexOf(Math.max(...rest));
    const pivot = rows[best];
    const replaced = rows[column];
    if (pivot === undefined || replaced === undefined) return null;
    const lead = pivot[column] ?? 0;
    if (Math.abs(lead) < 1e-9) return null;
    rows[best] = replaced;
    rows[column] = pivot.map((value) => value / lead);
    for (const [r, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (r === column || factor === 0) continue;
      rows[r] = row.map((value, c) => value - factor * (rows[column]?.[c] ?? 0));
    }
  }
  return rows.map((row) => row[8] ?? 0);
}

function mapWith([a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0]: number[]): MapPoint {
  return (x, y) => {
    const divisor = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / divisor, y: (d * x + e * y + f) / divisor };
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
