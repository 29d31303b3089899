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
  const end = found?.start ?? findPlaceEnd(text);
  const place = characters.slice(0, end);
  const kept = place.slice(0, textOf(place).replace(/[\s,.:;-]+$/, '').length);
  return { place: readName(kept), date: readDate(characters) };
}

/** Without a readable date the place ends at the comma, or where the first digits are. */
function findPlaceEnd(text: string): number {
  const index = text.search(/\S,|\d[\dOIl]/);
  if (index < 0) return text.length;
  return text[index + 1] === ',' ? index + 1 : index;
}
