/** A line of text where it runs: its slope against the direction that is common to all. */
export interface SlopeSample {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
  readonly weight: number;
}

/** Radians off the plane at which a line has half a say: print of another paper runs otherwise. */
const HALF_WEIGHT_SLOPE = 0.02;
/** Rounds of reweighting; the plane no longer moves after them. */
const ROUNDS = 5;

/**
 * Slope of the text as a plane over the card, by least squares with Cauchy weights: seen in
 * perspective, rows converge, so one slope for all would mix neighbouring rows at the far end.
 */
export function fitSlope(samples: readonly SlopeSample[]): (x: number, y: number) => number {
  let plane = fitPlane(samples);
  for (let round = 0; round < ROUNDS; round += 1) {
    const previous = plane;
    plane = fitPlane(
      samples.map((sample) => {
        const miss = (sample.slope - previous(sample.x, sample.y)) / HALF_WEIGHT_SLOPE;
        return { ...sample, weight: sample.weight / (1 + miss * miss) };
      }),
    );
  }
  return plane;
}

function fitPlane(samples: readonly SlopeSample[]): (x: number, y: number) => number {
  const total = sum(samples.map(({ weight }) => weight));
  if (total === 0) return () => 0;
  const mean = (pick: (sample: SlopeSample) => number) =>
    sum(samples.map((sample) => pick(sample) * sample.weight)) / total;
  const [mx, my, ms] = [mean(({ x }) => x), mean(({ y }) => y), mean(({ slope }) => slope)];
  const xx = mean(({ x }) => (x - mx) ** 2);
  const yy = mean(({ y }) => (y - my) ** 2);
  const xy = mean(({ x, y }) => (x - mx) * (y - my));
  const xs = mean(({ x, slope }) => (x - mx) * (slope - ms));
  const ys = mean(({ y, slope }) => (y - my) * (slope - ms));
  // A hundredth of the spread keeps the plane flat where the samples lie in one row or column.
  const ridge = (xx + yy) * 0.01 + 1e-9;
  const determinant = (xx + ridge) * (yy + ridge) - xy * xy;
  const bx = (xs * (yy + ridge) - ys * xy) / determinant;
  const by = (ys * (xx + ridge) - xs * xy) / determinant;
  return (x, y) => ms + bx * (x - mx) + by * (y - my);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
