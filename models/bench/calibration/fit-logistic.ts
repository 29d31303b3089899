import { estimateProbability } from '../../ktp/confidence/calibrate-confidence.js';

export interface Example {
  readonly features: readonly number[];
  readonly isRight: boolean;
}

export interface LogisticModel {
  readonly bias: number;
  /** One for each feature. */
  readonly weights: readonly number[];
}

/** Which way a feature may move the odds of a right value: a fit on few errors finds odd ways. */
export type Direction = 'UP' | 'DOWN';

/** On weights alone: features are about -1 to 1, and a single error may not move them far. */
const RIDGE = 1;
/**
 * Half a wrong and half a right example without features' help: where all examples are right, the
 * odds stay those of `n` successes and half a failure (the prior of Jeffreys).
 */
const PRIOR_WEIGHT = 0.5;
/** Newton's method has converged long before. */
const MAX_STEPS = 50;
const SMALLEST_STEP = 1e-6;

/**
 * Logistic regression by iteratively reweighted least squares with a ridge. A weight that comes out
 * against its direction is held at 0 and the rest fitted again, so that more evidence for a value
 * never lowers its confidence.
 *
 * @param expected the weights that stand where the examples say nothing: without one wrong example
 *   no feature would count, and the first bad reading would be called as sure as the rest
 */
export function fitLogistic(
  examples: readonly Example[],
  directions: readonly Direction[],
  expected: readonly number[] = directions.map(() => 0),
): LogisticModel {
  const held = new Set<number>();
  for (;;) {
    const model = fitFree(examples, expected, held);
    const wrong = directions.flatMap((direction, at) => {
      const weight = model.weights[at] ?? 0;
      return (direction === 'UP' ? weight < 0 : weight > 0) ? [at] : [];
    });
    if (wrong.length === 0) return model;
    for (const at of wrong) held.add(at);
  }
}

/** The bias alone, for a part of the examples that a model was fitted on; shrunken towards it. */
export function refitBias(examples: readonly Example[], model: LogisticModel): LogisticModel {
  let shift = 0;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    let gradient = -RIDGE * shift;
    let curvature = RIDGE;
    for (const { features, isRight } of examples) {
      const p = estimateProbability(features, { ...shiftBias(model, shift) });
      gradient += (isRight ? 1 : 0) - p;
      curvature += p * (1 - p);
    }
    shift += gradient / curvature;
    if (Math.abs(gradient / curvature) < SMALLEST_STEP) break;
  }
  return shiftBias(model, shift);
}

function shiftBias({ bias, weights }: LogisticModel, shift: number) {
  return { bias: bias + shift, weights: [...weights] };
}

interface WeightedRow {
  /** With a leading 1 for the bias. */
  readonly row: readonly number[];
  readonly target: number;
  readonly weight: number;
}

function fitFree(
  examples: readonly Example[],
  expected: readonly number[],
  held: ReadonlySet<number>,
): LogisticModel {
  const size = expected.length;
  const aims = [0, ...expected.map((weight, at) => (held.has(at) ? 0 : weight))];
  const rows: WeightedRow[] = [
    ...examples.map(({ features, isRight }) => ({
      row: [1, ...features.map((value, at) => (held.has(at) ? 0 : value))],
      target: isRight ? 1 : 0,
      weight: 1,
    })),
    ...[0, 1].map((target) => ({
      row: meanRow(examples, size, held),
      target,
      weight: PRIOR_WEIGHT,
    })),
  ];
  let beta = new Array<number>(size + 1).fill(0);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const change = solve(...newtonSystem(rows, beta, aims));
    // Half steps keep the first ones, far from the answer, from jumping over it.
    const scale = Math.min(1, 4 / Math.max(...change.map(Math.abs), 1e-9));
    beta = beta.map((value, at) => value + scale * (change[at] ?? 0));
    if (Math.max(...change.map(Math.abs)) < SMALLEST_STEP) break;
  }
  const [bias = 0, ...weights] = beta;
  return { bias, weights: weights.map((weight, at) => (held.has(at) ? 0 : weight)) };
}

function meanRow(examples: readonly Example[], size: number, held: ReadonlySet<number>): number[] {
  const mean = (at: number) =>
    examples.reduce((sum, { features }) => sum + (features[at] ?? 0), 0) /
    Math.max(examples.length, 1);
  return [1, ...Array.from({ length: size }, (_, at) => (held.has(at) ? 0 : mean(at)))];
}

/** Curvature and gradient of the penalised likelihood. */
function newtonSystem(
  rows: readonly WeightedRow[],
  beta: readonly number[],
  aims: readonly number[],
): [number[][], number[]] {
  const matrix: number[][] = beta.map((_, i) =>
    beta.map((__, j) => (i === j && i > 0 ? RIDGE : 0)),
  );
  const gradient = beta.map((value, at) => (at === 0 ? 0 : -RIDGE * (value - (aims[at] ?? 0))));
  for (const { row, target, weight } of rows) {
    const odds = row.reduce((sum, value, at) => sum + value * (beta[at] ?? 0), 0);
    const p = 1 / (1 + Math.exp(-odds));
    const curvature = weight * Math.max(p * (1 - p), 1e-9);
    for (const [i, value] of row.entries()) {
      if (value === 0) continue;
      gradient[i] = (gradient[i] ?? 0) + weight * value * (target - p);
      const own = matrix[i];
      if (own === undefined) continue;
      for (const [j, other] of row.entries()) own[j] = (own[j] ?? 0) + curvature * value * other;
    }
  }
  return [matrix, gradient];
}

/** Gaussian elimination; the ridge keeps every pivot above 0. */
function solve(matrix: number[][], target: number[]): number[] {
  const size = target.length;
  const rows = matrix.map((row, at) => [...row, target[at] ?? 0]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = rows[pivot] ?? [];
    const scale = own[pivot] ?? 1;
    for (const [at, row] of rows.entries()) {
      const factor = at === pivot ? 0 : (row[pivot] ?? 0) / scale;
      if (factor === 0) continue;
      for (let column = pivot; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - factor * (own[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
