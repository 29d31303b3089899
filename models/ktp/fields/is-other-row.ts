import { findDate } from './calendar-date.js';
import { GENDERS, PRINTED_MARITAL_STATUSES } from '../spelling/closed-lists.js';

/** Religions are not among them: people are called ISLAM. */
const WORDS: ReadonlySet<string> = new Set([...GENDERS, ...PRINTED_MARITAL_STATUSES]);

/**
 * Whether what was read as a name, a place or an address is another row's value: where labels are
 * unreadable a row may be taken for its neighbour, and no value is better than a neighbour's.
 */
export function isOtherRow(value: string): boolean {
  return WORDS.has(value) || findDate(value) !== null || /^\d{3} ?\/ ?\d{3}$/.test(value.trim());
}
