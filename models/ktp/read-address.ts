import type { ReadCharacter } from '../text/ctc-decode.js';
import { textOf, type FieldValue } from './read-value.js';
import { readCapitals, toWords } from './read-words.js';

/** Words that addresses shorten, and that a dot follows. */
const ABBREVIATION = 'JL|JLN|GG|KOMP|KP|NO|DR|PROF|H|HJ|LINGK|LK|DSN|DS|JEND|LETJEND|MAYJEND|IR|KH';
const MISREAD_DOT = new RegExp(`\\b(${ABBREVIATION})[,:;] ?(?=[A-Z0-9])`, 'g');
const LOST_SPACE = new RegExp(`\\b(${ABBREVIATION})\\.(?=[A-Z0-9])`, 'g');
const LOST_DOT = new RegExp(`\\b(?:${ABBREVIATION})(?= )`, 'g');
/** How likely the recogniser must have found a dot in the space after an abbreviation. */
const SEEN_DOT = 0.02;
/** Block and house: `F7/9`. */
const BLOCK = /\bBLOK [A-Z]{0,2}\d{1,3}\/?\d{0,3}$/;
/** How likely the recogniser must have found a slash where it read the 1 it looks like. */
const SEEN_SLASH = 0.05;

/**
 * An address: after an abbreviation stands a dot and a space, however they were read, and in a
 * block's number a slash where the recogniser saw one.
 */
export function readAddress(characters: readonly ReadCharacter[]): FieldValue | null {
  const read = readCapitals(characters);
  if (read === null) return null;
  const value = (readCapitals(withDots(withSlash(characters))) ?? read).value
    .replace(MISREAD_DOT, '$1. ')
    .replace(LOST_SPACE, '$1. ');
  return toWords(characters, value);
}

/** Not every address prints the dot, so only one that was seen comes back. */
function withDots(characters: readonly ReadCharacter[]): ReadCharacter[] {
  const spaces = new Set(
    [...textOf(characters).toUpperCase().matchAll(LOST_DOT)].map(
      ({ 0: word, index }) => index + word.length,
    ),
  );
  return characters.map((read, index) =>
    spaces.has(index) && hasSeen(read, /[.,]/, SEEN_DOT) ? { ...read, character: '.' } : read,
  );
}

function hasSeen(
  { alternatives = [] }: ReadCharacter,
  shape: RegExp,
  minConfidence: number,
): boolean {
  return alternatives.some(
    ({ character, confidence }) => shape.test(character) && confidence >= minConfidence,
  );
}

function withSlash(characters: readonly ReadCharacter[]): ReadCharacter[] {
  const block = BLOCK.exec(textOf(characters).toUpperCase());
  if (block === null || block[0].includes('/')) return [...characters];
  const at = characters.findIndex(
    (read, index) =>
      index > block.index + 'BLOK '.length &&
      /[1Il|]/.test(read.character) &&
      hasSeen(read, /\//, SEEN_SLASH),
  );
  return characters.map((read, index) => (index === at ? { ...read, character: '/' } : read));
}
