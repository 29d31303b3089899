import type { ReadCharacter } from '../text/ctc-decode.js';
import { findDate } from './calendar-date.js';
import { readDate } from './read-numbers.js';
import { textOf, type FieldValue } from './read-value.js';
import { readName } from './read-words.js';

/** `PLACE, DD-MM-YYYY` as place and date. */
export function readBirth(characters: readonly ReadCharacter[]): {
  readonly place: FieldValue | null;
  readonly date: FieldValue | null;
} {
  const text = textOf(characters);
  const found = findDate(text);
  // Without a readable date the place still ends where the first digit group begins.
  const end = found?.start ?? firstDigitGroup(text);
  const place = characters.slice(0, end);
  const kept = place.slice(0, textOf(place).replace(/[\s,.:;-]+$/, '').length);
  return { place: readName(kept), date: readDate(characters) };
}

function firstDigitGroup(text: string): number {
  const index = text.search(/\d[\dOIl]/);
  return index < 0 ? text.length : index;
}
