import type { ReadCharacter } from '../../text/ctc-decode.js';
import { isOtherRow } from './is-other-row.js';
import { textOf, type FieldValue } from './read-value.js';
import { readCapitals, toWords } from './read-words.js';

/** Words that addresses shorten, and that a dot follows. */
const ABBREVIATION = 'JL|JLN|GG|KOMP|KP|NO|DR|PROF|H|HJ|LINGK|LK|DSN|DS|JEND|LETJEND|MAYJEND|IR|KH';
const MISREAD_DOT = new RegExp(`\\b(${ABBREVIATION})[,:;] ?(?=[A-Z0-9])`, 'g');
/** No word begins so. */
const GLUED_STREET = /\bJL(?=[A-Z])(?!N\b)/g;
/** `P.` runs together, and no word is spelt so. */
const MISREAD_KOMP = /\bKOMI?R (?=[A-Z])/g;
/** The colon, read as a letter or number, before a word that only begins an address. */
const COLON = /^[A-Z0-9] (?=(JL|JLN|GG|KP|KOMP|DSN|DUSUN|PERUM|LINGK|BTN|LR)\b)/;
const GLUED_BLOCK = /\bBLOK(?=[A-Z]{1,2}[/\d]|\d)/g;
const LOST_DOT = new RegExp(`\\b(?:${ABBREVIATION})(?= )`, 'g');
/** How likely the recogniser must have found a dot in the space after an abbreviation. */
const SEEN_DOT = 0.02;
/**
 * In letter steps between two glyphs, on drawn cards good and bad: with a dot and a space between
 * them 1.6 to 2.2 (10th and 90th of 100), with a space alone 1.2 to 1.8.
 */
const WIDE_GAP = 1.5;
/**
 * Of 17 spaces of the exact reader that swallowed a dot, 11 are wide and less sure than this; of 24
 * after an abbreviation without a dot, one is (drawn cards, half of them bad pictures).
 */
const SURE_SPACE = 0.93;
const MIN_STEPS = 4;
/** Block and house: `F7/9`. */
const BLOCK = /\bBLOK [A-Z]{0,2}\d{1,3}\/?\d{0,3}$/;
/** How likely the recogniser must have found a slash where it read the 1 it looks like. */
const SEEN_SLASH = 0.05;

/**
 * An address as it is printed, which is in many ways: `JL.`, `JL` and `JLN.`, `NO. 8` and `NO.8`. So
 * nothing is put into one form. A dot that was lost comes back where something speaks for it; spaces
 * were put back before.
 *
 * @param reader the fast one's spaces are unsure on good pictures too, and tell nothing
 */
export function readAddress(
  characters: readonly ReadCharacter[],
  reader: 'exact' | 'fast' = 'exact',
): FieldValue | null {
  const read = readCapitals(characters);
  if (read === null || isOtherRow(read.value)) return null;
  const restored = withDots(characters, reader === 'exact' ? SURE_SPACE : 0);
  const value = (readCapitals(withSlash(restored)) ?? read).value
    .replace(MISREAD_DOT, '$1. ')
    .replace(COLON, '')
    .replace(MISREAD_KOMP, 'KOMP. ')
    .replace(GLUED_STREET, 'JL. ')
    .replace(GLUED_BLOCK, 'BLOK ');
  return toWords(characters, value);
}

/** @param sureSpace spaces that are less sure than this and wide hold a dot */
function withDots(characters: readonly ReadCharacter[], sureSpace: number): ReadCharacter[] {
  const spaces = endsOf(LOST_DOT, characters);
  const isLost = (read: ReadCharacter, index: number) =>
    hasSeen(read, /[.,]/, SEEN_DOT) ||
    (read.confidence < sureSpace && isWide(characters, index - 1, index + 1));
  return characters.flatMap((read, index) =>
    spaces.has(index) && isLost(read, index) ? [{ ...read, character: '.' }, read] : [read],
  );
}

/** Where the matches of a pattern end. */
function endsOf(pattern: RegExp, characters: readonly ReadCharacter[]): ReadonlySet<number> {
  const matches = textOf(characters).toUpperCase().matchAll(pattern);
  return new Set([...matches].map(({ 0: word, index }) => index + word.length));
}

function isWide(characters: readonly ReadCharacter[], from: number, to: number): boolean {
  const [before, after] = [characters[from], characters[to]];
  if (before === undefined || after === undefined) return false;
  return after.position - before.position >= WIDE_GAP * usualStep(characters);
}

/** Between neighbouring letters, as a fraction of the line; infinite for a few of them. */
function usualStep(characters: readonly ReadCharacter[]): number {
  const steps = characters.flatMap(({ character, position }, index) => {
    const next = characters[index + 1];
    const isPair = next !== undefined && /^[A-Za-z]{2}$/.test(character + next.character);
    return isPair && next.position > position ? [next.position - position] : [];
  });
  if (steps.length < MIN_STEPS) return Infinity;
  return steps.reduce((sum, step) => sum + step, 0) / steps.length;
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
