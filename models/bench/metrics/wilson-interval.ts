/** Shares that a measured one may come from, 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Of the normal distribution, both sides together 5 %. */
const DEVIATIONS = 1.96;

/** The 95 % interval of a share (E. B. Wilson, 1927): it holds for few cases and at 0 and 1 as well. */
export function intervalOf(part: number, whole: number): Interval {
  if (whole === 0) return { low: 0, high: 1 };
  const share = part / whole;
  const square = DEVIATIONS ** 2;
  const middle = share + square / (2 * whole);
  const reach = DEVIATIONS * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole ** 2));
  const divisor = 1 + square / whole;
  return {
    low: Math.max((middle - reach) / divisor, 0),
    high: Math.min((middle + reach) / divisor, 1),
  };
}
