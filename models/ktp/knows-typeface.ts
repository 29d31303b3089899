import type { TextLine } from '../card/text-line.js';
import { median } from './median.js';

/** Labels alone have small letters, and every card has the same twelve. */
const LABEL = /\p{Ll}{3}/u;
/** Fewer say nothing. */
const LEAST_LABELS = 6;
/**
 * Of 30 cards in eight typefaces that the recogniser was not shown the middle label is below 0.99 on eight, which
 * hold 12 of the 15 values that are sure and wrong, and at 0.9999 and more on the others. Of 94 with
 * several faults in typefaces that it was shown it is below on two, of the development cards on none
 * (`train` and `tune` seeds, 2026-11-23).
 */
const SURE = 0.99;

/**
 * Whether a card's labels are read as surely as print that the card's recogniser was trained on. What it
 * reads of other print it may be sure of all the same.
 */
export function knowsTypeface(lines: readonly Pick<TextLine, 'reading'>[]): boolean {
  const labels = lines
    .filter(({ reading }) => LABEL.test(reading.text))
    .map(({ reading }) => reading.confidence);
  return labels.length < LEAST_LABELS || (median(labels) ?? 1) >= SURE;
}
