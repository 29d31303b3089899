/** Signs have scales from below 1 to thousands. */
export function formatFigure(value: number): string {
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2);
}

/** See `toPercent`. */
export function formatConfidence(confidence: number): string {
  return (toPercent(confidence) / 100).toFixed(2);
}

/** Rounded down, so that what is shown as 90 is no less. */
export function toPercent(share: number): number {
  // 0.57 * 100 is a little less than 57.
  return Math.floor(share * 100 + 1e-6);
}
