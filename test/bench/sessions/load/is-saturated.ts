/** What a stage has to bring more than the one before. */
const LEAST_GROWTH = 1.05;

/** Whether the last stage shows that more people bring no more sessions. */
export function isSaturated(sessionsPerMinute: readonly number[]): boolean {
  const [last, ...earlier] = sessionsPerMinute.toReversed();
  return last !== undefined && earlier.length > 0 && last < Math.max(...earlier) * LEAST_GROWTH;
}
