import { percentile } from '../../../../models/bench/metrics/percentile.js';

/** How times spread, in whole milliseconds; nulls of none. */
export interface Spread {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly most: number | null;
}

export function spreadOf(values: readonly number[]): Spread {
  const count = values.length;
  const at = (share: number) => (count === 0 ? null : Math.round(percentile(values, share)));
  return { count, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}
