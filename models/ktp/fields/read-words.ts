import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { ScoredStretch } from '../../text/glyph-lattice.js';
import { MIN_MARGIN, rankEntries } from '../spelling/choose-entry.js';
import { lettersOf } from '../spelling/closed-lists.js';
import { editDistance } from '../spelling/edit-distance.js';
import { explainChange } from '../spelling/explain-change.js';
import { foldCapitals, foldLetters } from '../spelling/fold-glyphs.js';
import { isOtherRow } from './is-other-row.js';
import { partGluedInitial } from '../spelling/part-glued-initial.js';
import {
  isBlank,
  lowerConfidence,
  meanConfidence,
  rawTextOf,
  textOf,
  type FieldValue,
} from './read-value.js';
import { latticeOf, snapToList, type ListedText, type Snap } from '../spelling/snap-to-list.js';

/** Printed names: letters with the dots, commas, hyphens and apostrophes of titles. */
export function readName(characters: readonly ReadCharacter[]): FieldValue | null {
  const kept = dropStrayLetter(characters);
  const text = textOf(kept);
  if (!/[A-Za-z]/.test(text) || isOtherRow(foldCapitals(text))) return null;
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
export function readCapitals(
  characters: readonly ReadCharacter[],
  scores: readonly ScoredStretch[] = [],
): FieldValue | null {
  const text = textOf(characters);
  if (isBlank(text)) return null;
  return { ...toWords(characters, spacePunctuation(foldCapitals(text))), scores };
}

/** A kelurahan or kecamatan. */
export function readPlace(
  characters: readonly ReadCharacter[],
  scores: readonly ScoredStretch[] = [],
): FieldValue | null {
  const read = readCapitals(characters, scores);
  return read === null || isOtherRow(read.value) ? null : read;
}

/** The end of PROVINSI before a name, where its beginning was covered. */
const PROVINCE_END = /^(P?R)?O?V?I?N?SI /;

/** The province's name without the word for it. */
export function readProvince(
  characters: readonly ReadCharacter[],
  scores: readonly ScoredStretch[] = [],
): FieldValue | null {
  const read = readCapitals(characters);
  return read && { ...toWords(characters, read.value.replace(PROVINCE_END, '')), scores };
}

/** WNI at the end, whatever signs follow it, or before a word: no country begins so, and a watermark runs on. */
const CITIZEN = /\bWNI(?=[^A-Z]*$)|(?<=^\s*)WNI(?=\s)/;

/** What a foreigner's card may print in a country's place: one letter from a citizen's. */
const FOREIGNER = /\bWNA(?=[^A-Z]*$)/;

/**
 * WNI wherever it ends the line, since a faint label may be glued to it, and what is left of it when
 * one letter is wrong or little but the W was read: no country is so short or so near. Else the country as
 * printed, or WNA.
 */
export function readNationality(
  characters: readonly ReadCharacter[],
  scores: readonly ScoredStretch[] = [],
): FieldValue | null {
  const read = readCapitals(characters);
  if (read === null) return null;
  const letters = characters.map(toSingleLetter).join('');
  const at = letters.search(CITIZEN);
  if (at >= 0) return { ...toWords(characters.slice(at, at + 3), 'WNI'), isListed: true };
  const foreignAt = letters.search(FOREIGNER);
  if (foreignAt >= 0)
    return { ...toWords(characters.slice(foreignAt, foreignAt + 3), 'WNA'), isListed: false };
  const text = foldLetters(read.value).replace(/[^A-Z]+$/, '');
  const distance = editDistance(text, 'WNI');
  const isNear = (distance === 1 && text.length <= 4) || /^W.?$/.test(text);
  if (!isNear) return { ...read, isListed: false };
  if (distance < editDistance(text, 'WNA')) return toListed(read, { value: 'WNI', distance });
  return completeNationality(read, { text, scores });
}

/** Nats beyond which neither was printed. */
const MOST_NATS = 20;

/**
 * Of what lacks the letter that tells a citizen from a foreigner: the likelier of the two by what was
 * seen there. Where that tells nothing it is the citizen, as nearly always, and unsure.
 */
function completeNationality(read: FieldValue, printed: ListedText): FieldValue {
  const [best] = rankEntries(latticeOf(printed), ['WNI', 'WNA'], MOST_NATS);
  const isTold = best !== undefined && best.margin >= MIN_MARGIN;
  const value = isTold ? best.value : 'WNI';
  const listed = toListed(read, { value, distance: editDistance(printed.text, value) });
  return { ...listed, isListed: isTold && value === 'WNI' };
}

/** One sign for one character, so that places in the text are places of characters. */
function toSingleLetter({ character }: ReadCharacter): string {
  const letter = foldLetters(character);
  return letter.length === 1 ? letter : '?';
}

/**
 * A value of a closed list. One that was likely meant to be an entry becomes it, with a confidence lowered
 * by the share of letters that differ; anything else stays as read.
 */
export function readListed(
  characters: readonly ReadCharacter[],
  list: readonly string[],
  scores: readonly ScoredStretch[] = [],
): FieldValue | null {
  const read = readCapitals(characters);
  if (read === null) return null;
  // No entry of any list holds a digit.
  const snap = snapToList({ text: foldLetters(read.value), scores }, list);
  if (snap !== null) return toListed(read, snap);
  const entry = findLeadingEntry(read.value, list);
  if (entry === null) return { ...read, isListed: false };
  return { ...read, value: entry, reason: 'CLOSED_LIST', isListed: true };
}

/** Letters of an entry that is no beginning of another word or occupation. */
const LONG_ENTRY = 9;

/** A long entry with a word after it that is not its own: a watermark runs across the line. */
function findLeadingEntry(text: string, list: readonly string[]): string | null {
  const entries = list.filter(
    (entry) => lettersOf(entry).length >= LONG_ENTRY && text.startsWith(`${entry} `),
  );
  return entries.sort((a, b) => b.length - a.length)[0] ?? null;
}

function toListed(read: FieldValue, { value, distance, choice }: Snap): FieldValue {
  return {
    ...read,
    value,
    ...(distance === 0
      ? explainChange(rawTextOf(read.characters), value)
      : { reason: 'CLOSED_LIST', distance }),
    confidence: lowerConfidence(read.confidence, value, distance),
    isListed: true,
    ...(choice && { choice }),
  };
}

/** A value of words, with what was done to its characters. */
export function toWords(characters: readonly ReadCharacter[], value: string): FieldValue {
  return {
    value,
    characters,
    ...explainChange(rawTextOf(characters), value),
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
