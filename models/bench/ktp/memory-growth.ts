/** Resident size of the process after a number of readings. */
export interface MemorySample {
  readonly reads: number;
  readonly rssMib: number;
}

/**
 * MiB that a thousand readings add: the slope of the least-squares line through the samples, so that
 * one collection of garbage more or less does not decide.
 */
export function fitGrowth(samples: readonly MemorySample[]): number {
  const mean = (pick: (sample: MemorySample) => number) =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / Math.max(samples.length, 1);
  const [reads, rss] = [mean((sample) => sample.reads), mean(({ rssMib }) => rssMib)];
  const covariance = mean((sample) => (sample.reads - reads) * (sample.rssMib - rss));
  const variance = mean((sample) => (sample.reads - reads) ** 2);
  return variance === 0 ? 0 : (covariance / variance) * 1000;
}
