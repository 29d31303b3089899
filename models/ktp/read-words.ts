import type { ReadCharacter } from '../text/ctc-decode.js';
import { snapToList, type Snap } from './closed-lists.js';
import { editDistance } from './edit-distance.js';
import { explainChange } from './explain-change.js';
import { foldCapitals, foldLetters } from './fold-glyphs.js';
import { partGluedInitial } from './part-glued-initial.js';
import { isBlank, meanConfidence, textOf, type FieldValue } from './read-value.js';

/** Printed names: letters with the dots, commas, hyphens and apostrophes of titles. */
export function readName(characters: readonly ReadCharacter[]): FieldValue | null {
  const kept = dropStrayLetter(characters);
  const text = textOf(kept);
  if (!/[A-Za-z]/.test(text)) return null;
  // A word of digits at the end is not part of a name; at the start `1` is the I of I WAYAN.
  const words = text.replace(/(\s+[^A-Za-z\s]*\d[^A-Za-z\s]*)+\s*$/, '');
  const value = spacePunctuation(foldLetters(words)).replace(/^[^A-Z]+/, '');
  return { ...toWords(kept, partGluedInitial(value)), characters };
}

/** A last word of one letter that was read this unsurely is the portrait's edge. */
const STRAY_LETTER = 0.7;

function dropStrayLetter(characters: readonly ReadCharacter[]): readonly ReadCharacter[] {
  const last = characters.at(-1);
  const isStray =
    /\S\s+\S$/.test(textOf(characters)) && last !== undefined && last.confidence < STRAY_LETTER;
  return isStray ? characters.slice(0, -1) : characters;
}

/** A place name or an address: capitals that may hold numbers. */
export function readCapitals(characters: readonly ReadCharacter[]): FieldValue | null {
  const text = textOf(characters);
  return isBlank(text) ? null : toWords(characters, spacePunctuation(foldCapitals(text)));
}

/**
 * WNI wherever it ends the line, since a faint label may be glued to it, and what is left of it when
 * one letter is wrong or only the W was read: no country is so short or so near. Else the country as
 * printed.
 */
export function readNationality(characters: readonly ReadCharacter[]): FieldValue | null {
  const read = readCapitals(characters);
  if (read === null) return null;
  const text = foldLetters(read.value).replace(/[^A-Z]+$/, '');
  if (/\bWNI$/.test(text)) return { ...toWords(characters.slice(-3), 'WNI'), isListed: true };
  const distance = editDistance(text, 'WNI');
  const isNear = (distance === 1 && text.length <= 4) || text === 'W';
  return isNear ? toListed(read, { value: 'WNI', distance }) : { ...read, isListed: false };
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
  // No entry of any list holds a digit.
  const snap = snapToList(foldLetters(read.value), list);
  return snap === null ? { ...read, isListed: false } : toListed(read, snap);
}

function toListed(read: FieldValue, { value, distance }: Snap): FieldValue {
  return {
    ...read,
    value,
    ...(distance === 0
      ? explainChange(textOf(read.characters), value)
      : { reason: 'CLOSED_LIST', distance }),
    confidence: read.confidence * (1 - distance / value.length),
    isListed: true,
  };
}

/** A value of words, with what was done to its characters. */
export function toWords(characters: readonly ReadCharacter[], value: string): FieldValue {
  return {
    value,
    characters,
    ...explainChange(textOf(characters), value),
    confidence: meanConfidence(characters),
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
