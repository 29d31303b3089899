/** How times spread, in whole milliseconds; nulls of none. */
export interface Spread {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly most: number | null;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => rankOf(sorted, share);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

/** The smallest value that at least `share` of the values do not exceed (nearest rank). */
function rankOf(sorted: readonly number[], share: number): number | null {
  const value = sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
  return value === undefined ? null : Math.round(value);
}
