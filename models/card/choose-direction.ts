import type { LineReading } from '../text/line-reading.js';

/** What the same lines say when they are read one way round. */
export interface DirectionVote {
  readonly readings: readonly LineReading[];
  /** Lines that hold a word of the card. */
  readonly knownWords: number;
}

/**
 * Which of two opposite directions a card's text runs in: the one with more of the card's words,
 * then the one that reads more surely. One decision for the whole card: a line of OCR-A digits
 * looks like digits upside down as well.
 *
 * @returns 0 for the first, 1 for the second
 */
export function chooseDirection(first: DirectionVote, second: DirectionVote): 0 | 1 {
  if (first.knownWords !== second.knownWords) return first.knownWords > second.knownWords ? 0 : 1;
  return meanConfidence(first.readings) >= meanConfidence(second.readings) ? 0 : 1;
}

function meanConfidence(readings: readonly LineReading[]): number {
  const total = readings.reduce((sum, { confidence }) => sum + confidence, 0);
  return total / Math.max(readings.length, 1);
}
