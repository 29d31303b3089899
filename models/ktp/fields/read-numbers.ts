import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { ScoredStretch } from '../../text/glyph-lattice.js';
import { explainChange } from '../spelling/explain-change.js';
import { foldCapitals, foldDigits } from '../spelling/fold-glyphs.js';
import { readDate } from './read-date.js';
import {
  isBlank,
  lowerConfidence,
  meanConfidence,
  textOf,
  weakestConfidence,
  type FieldValue,
} from './read-value.js';
import { snapToList } from '../spelling/snap-to-list.js';

/** `SEUMUR HIDUP`, or a date. */
export function readValidity(
  characters: readonly ReadCharacter[],
  scores: readonly ScoredStretch[] = [],
): FieldValue | null {
  const text = textOf(characters);
  const snap = isBlank(text)
    ? null
    : snapToList({ text: foldCapitals(text), scores }, ['SEUMUR HIDUP']);
  if (snap === null) return readDate(characters, scores);
  return {
    value: snap.value,
    characters,
    ...(snap.distance === 0
      ? explainChange(text, snap.value)
      : { reason: 'CLOSED_LIST', distance: snap.distance }),
    confidence: lowerConfidence(meanConfidence(characters), snap.value, snap.distance),
    ...(snap.choice && { choice: snap.choice }),
  };
}

export interface RtRw {
  readonly rt: FieldValue | null;
  readonly rw: FieldValue | null;
}

/** A watermark may run on behind the pair. */
const PAIR_BEFORE_WORDS = /^[^\s/]{1,3}\/[^\s/]{1,3}(?=\s)/;

/**
 * `003/007` as two groups of three digits; the slash may be misread or missing. Where it was read,
 * one side stands without the other.
 */
export function readRtRw(line: readonly ReadCharacter[]): RtRw {
  const pair = PAIR_BEFORE_WORDS.exec(textOf(line))?.[0].length;
  const characters = line.slice(0, pair);
  const glyphs = characters.filter(({ character }) => !/\s/.test(character));
  const slashes = glyphs.filter(({ character }) => character === '/').length;
  if (slashes > 1) return { rt: null, rw: null };
  if (slashes === 0) return splitGlued(glyphs);
  const at = glyphs.findIndex(({ character }) => character === '/');
  return { rt: readGroup(glyphs.slice(0, at)), rw: readGroup(glyphs.slice(at + 1)) };
}

/** Six glyphs, with or without one between them that was the slash. */
function splitGlued(glyphs: readonly ReadCharacter[]): RtRw {
  const [rt, rw] = [readGroup(glyphs.slice(0, 3)), readGroup(glyphs.slice(-3))];
  const isPair = glyphs.length === 6 || glyphs.length === 7;
  return isPair && rt !== null && rw !== null ? { rt, rw } : { rt: null, rw: null };
}

function readGroup(glyphs: readonly ReadCharacter[]): FieldValue | null {
  const digits = foldDigits(textOf(glyphs));
  if (!/^\d{1,3}$/.test(digits)) return null;
  return {
    value: digits.padStart(3, '0'),
    characters: glyphs,
    ...explainGroup(glyphs),
    confidence: weakestConfidence(glyphs),
  };
}

/** Fewer than three digits are another way of writing, or a digit was lost. */
function explainGroup(glyphs: readonly ReadCharacter[]): Pick<FieldValue, 'reason' | 'distance'> {
  const missing = 3 - glyphs.length;
  return missing > 0 ? { reason: 'ALIAS', distance: missing } : explainFold(glyphs);
}

/** The letter of the blood group; a rhesus sign after it is kept in the trace only. */
export function readBloodType(characters: readonly ReadCharacter[]): FieldValue | null {
  const letters = characters.filter(({ character }) => /[A-Za-z0-9]/.test(character));
  const text = textOf(letters);
  const value = foldCapitals(text)
    .replace(/^[0QD]$/, 'O')
    .replace('8', 'B')
    .replace(/^4/, 'A');
  if (!['A', 'B', 'AB', 'O'].includes(value)) return null;
  const hasRhesus = /[+-]\s*$/.test(textOf(characters));
  return {
    value,
    characters,
    ...(hasRhesus ? { reason: 'ALIAS', distance: 0 } : explainChange(text, value)),
    confidence: weakestConfidence(letters),
  };
}

function explainFold(glyphs: readonly ReadCharacter[]): Pick<FieldValue, 'reason' | 'distance'> {
  const distance = glyphs.filter(({ character }) => /\D/.test(character)).length;
  return { reason: distance === 0 ? 'AS_READ' : 'LOOK_ALIKE', distance };
}
