/** One example; `offset` is added to its log odds and not fitted. */
export interface BalancedExample {
  readonly features: ArrayLike<number>;
  readonly isLive: boolean;
  readonly offset: number;
}

export interface LinearModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

const STEPS = 600;
/** Small enough for features that all say the same: a step larger than 4 over their number runs away. */
const RATE = 0.05;
/** Of the last step that the next one keeps. */
const MOMENTUM = 0.95;

/**
 * Logistic regression in which both classes weigh the same, however many examples they have. The
 * features are brought to mean 0 and deviation 1 for the ridge; the weights answered are for them as they are.
 */
export function fitBalanced(examples: readonly BalancedExample[], ridge: number): LinearModel {
  const { means, deviations } = measure(examples);
  const rows = examples.map(({ features }) =>
    Float64Array.from(features, (value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1)),
  );
  const live = examples.filter(({ isLive }) => isLive).length;
  const shares = examples.map(({ isLive }) => 0.5 / (isLive ? live : examples.length - live));
  const weights = new Float64Array(means.length + 1);
  const speed = new Float64Array(weights.length);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, at) => (at < means.length ? ridge * weight : 0));
    for (const [index, row] of rows.entries()) {
      const { isLive, offset } = examples[index] ?? { isLive: false, offset: 0 };
      const odds = offset + (weights[means.length] ?? 0) + dot(row, weights);
      const miss = (1 / (1 + Math.exp(-odds)) - (isLive ? 1 : 0)) * (shares[index] ?? 0);
      for (let at = 0; at < row.length; at += 1)
        slope[at] = (slope[at] ?? 0) + miss * (row[at] ?? 0);
      slope[means.length] = (slope[means.length] ?? 0) + miss;
    }
    for (let at = 0; at < weights.length; at += 1) {
      speed[at] = (speed[at] ?? 0) * MOMENTUM - RATE * (slope[at] ?? 0);
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  const scaled = means.map((_, at) => (weights[at] ?? 0) / (deviations[at] ?? 1));
  return { weights: scaled, bias: (weights[means.length] ?? 0) - dot(means, scaled) };
}

function measure(examples: readonly BalancedExample[]) {
  const length = examples[0]?.features.length ?? 0;
  const means = Array.from({ length }, (_, at) => meanOf(examples, (value) => value, at));
  const deviations = means.map((mean, at) =>
    Math.max(Math.sqrt(meanOf(examples, (value) => (value - mean) ** 2, at)), 1e-6),
  );
  return { means, deviations };
}

function meanOf(
  examples: readonly BalancedExample[],
  read: (value: number) => number,
  at: number,
): number {
  let sum = 0;
  for (const { features } of examples) sum += read(features[at] ?? 0);
  return sum / examples.length;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
