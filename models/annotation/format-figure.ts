/** Signs have scales from below 1 to thousands. */
export function formatMeasure(value: number): string {
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 2);
}

/** Rounded down, so that what is shown as 0.90 is no less. */
export function formatConfidence(confidence: number): string {
  return (Math.floor(confidence * 100) / 100).toFixed(2);
}
