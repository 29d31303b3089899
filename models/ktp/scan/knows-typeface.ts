import type { TextLine } from '../../card/text-line.js';
import { median } from '../layout/median.js';

/** Labels alone have small letters, and every card has the same twelve. */
const LABEL = /\p{Ll}{3}/u;
/** Fewer say nothing. */
const LEAST_LABELS = 6;
/**
 * Chosen for a recogniser of eight typefaces: below it were the cards of other print that held 12 of 15 values
 * that were sure and wrong, and two of 94 with several faults in its own. The recogniser of now is above it on
 * other book faces (0.996 and more on 64 cards of `tune`) and below on handwriting and the like, where
 * reading those by the general one wins 17 of 960 fields (ADR 0038, 2026-11-23).
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
