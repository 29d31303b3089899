/** One operating point: scores from `threshold` on count as positive. */
export interface RocPoint {
  readonly threshold: number;
  /** Share of the positives that are found, 0 to 1. */
  readonly truePositiveRate: number;
  /** Share of the negatives that are taken for positives, 0 to 1. */
  readonly falsePositiveRate: number;
}

export interface ScoredClasses {
  /** Of those that should score high: same people, living faces. */
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
}

/** Every operating point that the scores tell apart, from refusing all to accepting all. */
export function traceRoc({ positives, negatives }: ScoredClasses): RocPoint[] {
  const scored = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].sort((a, b) => b.score - a.score);
  const points: RocPoint[] = [{ threshold: Infinity, truePositiveRate: 0, falsePositiveRate: 0 }];
  let [found, taken] = [0, 0];
  for (const [index, { score, isPositive }] of scored.entries()) {
    if (isPositive) found += 1;
    else taken += 1;
    // Equal scores are one point: nothing can tell them apart.
    if (scored[index + 1]?.score === score) continue;
    points.push({
      threshold: score,
      truePositiveRate: found / Math.max(positives.length, 1),
      falsePositiveRate: taken / Math.max(negatives.length, 1),
    });
  }
  return points;
}

/** Area under the curve: how often a positive outscores a negative, ties by half; `NaN` without both. */
export function areaUnderRoc(classes: ScoredClasses): number {
  if (classes.positives.length === 0 || classes.negatives.length === 0) return NaN;
  const points = traceRoc(classes);
  let area = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1] ?? point;
    const width = point.falsePositiveRate - before.falsePositiveRate;
    area += (width * (point.truePositiveRate + before.truePositiveRate)) / 2;
  }
  return area;
}

/** Where as large a share of positives is missed as of negatives is taken, between two points halved. */
export function findEqualError(classes: ScoredClasses): { rate: number; threshold: number } {
  let best = { rate: NaN, threshold: NaN };
  let gap = Infinity;
  for (const { threshold, truePositiveRate, falsePositiveRate } of traceRoc(classes)) {
    const missed = 1 - truePositiveRate;
    if (Math.abs(missed - falsePositiveRate) >= gap) continue;
    gap = Math.abs(missed - falsePositiveRate);
    best = { rate: (missed + falsePositiveRate) / 2, threshold };
  }
  return best;
}

/** The operating point that finds most while at most `rate` of the negatives are taken. */
export function findPointAt(points: readonly RocPoint[], rate: number): RocPoint {
  const allowed = points.filter(({ falsePositiveRate }) => falsePositiveRate <= rate);
  return allowed.reduce(
    (best, point) => (point.truePositiveRate >= best.truePositiveRate ? point : best),
    { threshold: Infinity, truePositiveRate: 0, falsePositiveRate: 0 },
  );
}
