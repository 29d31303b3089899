import { lettersOf } from './closed-lists.js';
import { hasBirthDate } from './nik.js';
import type { FieldValues } from './read-fields.js';
import type { FieldValue } from './read-value.js';

/** A name that was read this surely and stands in no list is a name the list lacks. */
const SURE = 0.97;

/** What decides between two readings. */
export interface ReadingPair {
  readonly exact: FieldValue | null;
  readonly fast: FieldValue | null;
  /** Whether the exact reader saw the dash that stands for no value. */
  readonly isDash: boolean;
}

/**
 * One value from two readings of the same print. The exact reader's stands, unless it could make
 * nothing of the print or nothing that is in the list, and the fast one could.
 */
export function mergeReadings({ exact, fast, isDash }: ReadingPair): FieldValue | null {
  if (fast === null || isDash) return exact;
  if (exact === null) return { ...fast, reason: 'CHOSEN' };
  if (fast.value === exact.value) return exact;
  if (isEntry(fast) && exact.isListed === false && exact.confidence < SURE)
    return { ...fast, reason: 'CHOSEN' };
  // Spaces and points are lost more often than invented, and a slash is read as 1.
  const hasLost =
    (lettersOf(fast.value) === lettersOf(exact.value) && fast.value.length > exact.value.length) ||
    fast.value.replace('/', '1') === exact.value;
  return hasLost && isEvenlySpaced(fast.value)
    ? { ...exact, value: fast.value, reason: 'SPACING' }
    : exact;
}

/** Of two dates of birth the one that the NIK carries. */
export function arbitrateDateOfBirth(
  merged: FieldValues,
  fast: FieldValues,
  nik: string | null,
): FieldValue | null {
  const [date, other] = [merged.dateOfBirth, fast.dateOfBirth];
  if (nik === null || date === null || other === null || other.value === date.value) return date;
  const isOther = !hasBirthDate(nik, date.value) && hasBirthDate(nik, other.value);
  return isOther ? { ...other, reason: 'CHOSEN_BY_DATE' } : date;
}

function isEntry({ isListed, distance }: FieldValue): boolean {
  return isListed === true && distance === 0;
}

/** The thin strokes of I and 1 make a reader see a space where none is. */
function isEvenlySpaced(value: string): boolean {
  return value.split(' ').every((word) => word.length >= 2 || /^[I&-]$|\W/.test(word));
}
