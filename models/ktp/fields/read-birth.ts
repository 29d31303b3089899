import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { ScoredStretch } from '../../text/glyph-lattice.js';
import { findDate } from './calendar-date.js';
import { readDate, type DateValue } from './read-date.js';
import { textOf, type FieldValue } from './read-value.js';
import { readName } from './read-words.js';

/** `PLACE, DD-MM-YYYY` as place and date. */
export function readBirth(
  characters: readonly ReadCharacter[],
  scores: readonly ScoredStretch[] = [],
): {
  readonly place: FieldValue | null;
  readonly date: DateValue | null;
} {
  const text = textOf(characters);
  const found = findDate(text);
  const end = found?.start ?? findPlaceEnd(text);
  const place = characters.slice(0, end);
  const kept = place.slice(0, textOf(place).replace(/[\s,.:;-]+$/, '').length);
  const parts = partScores(scores, characters, end);
  const name = readName(kept);
  return {
    place: name && { ...name, scores: parts.place },
    date: readDate(characters, parts.date),
  };
}

/** What was seen before and after the place's end; a line alone can be parted. */
function partScores(
  [line, ...more]: readonly ScoredStretch[],
  characters: readonly ReadCharacter[],
  end: number,
) {
  const [before, after] = [characters[end - 1], characters[end]];
  if (line === undefined || more.length > 0 || after === undefined) return { place: [], date: [] };
  const at = before === undefined ? line.from : (before.position + after.position) / 2;
  return { place: [{ ...line, to: at }], date: [{ ...line, from: at }] };
}

/** Without a readable date the place ends at the comma, or where the first digits are. */
function findPlaceEnd(text: string): number {
  const index = text.search(/\S,|\d[\dOIl]/);
  if (index < 0) return text.length;
  return text[index + 1] === ',' ? index + 1 : index;
}
