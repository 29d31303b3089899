import { lettersOf } from '../spelling/closed-lists.js';
import type { FieldValue } from './read-value.js';

/** A name that was read this surely and stands in no list is a name the list lacks. */
const SURE = 0.97;

/** What decides between two readings. */
export interface ReadingPair {
  readonly surer: FieldValue | null;
  readonly other: FieldValue | null;
  /** Whether the surer reading is the dash that stands for no value. */
  readonly isDash: boolean;
}

/**
 * One value from two readings of the same print. The surer one stands, unless nothing could be made of
 * it or nothing that is in the list, and something of the other.
 */
export function mergeReadings({ surer, other, isDash }: ReadingPair): FieldValue | null {
  if (other === null || isDash) return surer;
  if (surer === null) return { ...other, reason: 'CHOSEN' };
  if (other.value === surer.value) return surer;
  if (isEntry(other) && surer.isListed === false && surer.confidence < SURE)
    return { ...other, reason: 'CHOSEN' };
  // Spaces and points are lost more often than invented, and a slash is read as 1.
  const hasLost =
    (lettersOf(other.value) === lettersOf(surer.value) &&
      other.value.length > surer.value.length) ||
    other.value.replace('/', '1') === surer.value;
  return hasLost && isEvenlySpaced(other.value)
    ? { ...surer, value: other.value, reason: 'SPACING' }
    : surer;
}

function isEntry({ isListed, distance }: FieldValue): boolean {
  return isListed === true && distance === 0;
}

/** The thin strokes of I and 1 make a reader see a space where none is. */
function isEvenlySpaced(value: string): boolean {
  return value.split(' ').every((word) => word.length >= 2 || /^[I&-]$|\W/.test(word));
}
