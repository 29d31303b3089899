import type { ReadCharacter } from '../text/ctc-decode.js';
import { snapToList } from './closed-lists.js';
import { foldCapitals, foldLetters } from './fold-glyphs.js';
import { isBlank, meanConfidence, textOf, type FieldValue } from './read-value.js';

/** Printed names: letters with the dots, commas, hyphens and apostrophes of titles. */
export function readName(characters: readonly ReadCharacter[]): FieldValue | null {
  const text = textOf(characters);
  if (!/[A-Za-z]/.test(text)) return null;
  // A word of digits at the end is not part of a name; at the start `1` is the I of I WAYAN.
  const words = text.replace(/(\s+[^A-Za-z\s]*\d[^A-Za-z\s]*)+\s*$/, '');
  const value = spacePunctuation(foldLetters(words)).replace(/^[^A-Z]+/, '');
  return { value, confidence: meanConfidence(characters) };
}

/** A place name or an address: capitals that may hold numbers. */
export function readCapitals(characters: readonly ReadCharacter[]): FieldValue | null {
  const text = textOf(characters);
  if (isBlank(text)) return null;
  return {
    value: spacePunctuation(foldCapitals(text)),
    confidence: meanConfidence(characters),
  };
}

/** An address: between NO and its number stands a dot, however it was read. */
export function readAddress(characters: readonly ReadCharacter[]): FieldValue | null {
  const read = readCapitals(characters);
  return read && { ...read, value: read.value.replace(/\bNO[,:;] ?(?=\d)/, 'NO. ') };
}

/** WNI wherever it ends the line: a faint label may be glued to it. Else the country as printed. */
export function readNationality(characters: readonly ReadCharacter[]): FieldValue | null {
  const read = readListed(characters, ['WNI']);
  return read !== null && /\bWNI$/.test(read.value) ? { ...read, value: 'WNI' } : read;
}

/**
 * A value of a closed list. One that is close to an entry becomes it, with a confidence lowered by
 * the share of letters that differ; anything else stays as read.
 */
export function readListed(
  characters: readonly ReadCharacter[],
  list: readonly string[],
): FieldValue | null {
  const read = readCapitals(characters);
  if (read === null) return null;
  const snap = snapToList(read.value, list);
  if (snap === null) return read;
  return {
    value: snap.value,
    confidence: read.confidence * (1 - snap.distance / snap.value.length),
  };
}

/** The recogniser loses spaces beside punctuation more often than it invents them. */
function spacePunctuation(text: string): string {
  return text
    .replace(/\s*,\s*/g, ', ')
    .replace(/`|´/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[\s,]+$/, '')
    .trim();
}
