import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { LineReading } from '../../text/line-reading.js';
import type { Slot } from './card-slots.js';
import { findBloodLabel, matchLabel } from './labels.js';

/**
 * The characters of a slot's value: without the label, the colon, and the blood type that may stand
 * in the same line. Lines are joined by a space.
 */
export function slotValue(slot: Slot, readings: readonly LineReading[]): ReadCharacter[] {
  const value: ReadCharacter[] = [];
  for (const reading of readings) {
    const part = trimValue(cutValue(slot, reading));
    if (value.length > 0 && part.length > 0)
      value.push({ character: ' ', confidence: 1, position: 0 });
    value.push(...part);
  }
  return value;
}

function cutValue(slot: Slot, { text, characters }: LineReading): ReadCharacter[] {
  const blood = findBloodLabel(text);
  if (slot === 'bloodType') {
    const start = blood ?? 0;
    const match = matchLabel(text.slice(start));
    return characters.slice(match?.label === 'bloodType' ? start + match.end : start);
  }
  const match = matchLabel(text);
  const start =
    match?.label === slot && isPrintedAsLabel(slot, text.slice(0, match.end)) ? match.end : 0;
  return characters.slice(start, slot === 'gender' && blood !== null ? blood : undefined);
}

/** Labels that are printed in capitals. */
const CAPITAL_LABELS: ReadonlySet<Slot> = new Set<Slot>(['nik', 'rtRw', 'province']);

/**
 * The other labels are printed in small letters and values in capitals: PEKERJA PENGOLAHAN is an
 * occupation, though it begins nearly like the label of its row.
 */
function isPrintedAsLabel(slot: Slot, text: string): boolean {
  return CAPITAL_LABELS.has(slot) || /[a-z].*[a-z]/.test(text);
}

/** Drops the colon, in the shapes it is read as, and spaces at either end. */
function trimValue(characters: readonly ReadCharacter[]): ReadCharacter[] {
  const first = characters.findIndex(({ character }) => !/[\s:;.,]/.test(character));
  if (first < 0) return [];
  const last = characters.findLastIndex(({ character }) => !/[\s:;]/.test(character));
  return characters.slice(first, last + 1);
}
