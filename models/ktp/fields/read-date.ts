import type { ReadCharacter } from '../../text/ctc-decode.js';
import { toLattice, type ScoredStretch } from '../../text/glyph-lattice.js';
import { scoreBestPath } from '../../text/score-text.js';
import { searchTexts } from '../../text/search-texts.js';
import { findDate } from './calendar-date.js';
import { createDateGrammar, toIsoDate, type Years } from './date-grammar.js';
import { pickDigits } from '../spelling/fold-glyphs.js';
import { editDistance } from '../spelling/edit-distance.js';
import { hasBirthDate } from '../nik/nik.js';
import { textOf, weakestConfidence, type FieldValue } from './read-value.js';

/** A day that may be meant, `YYYY-MM-DD`, and its penalty in nats. */
export interface LikelyDate {
  readonly value: string;
  readonly penalty: number;
}

/** A date with the other days that the print may show. */
export interface DateValue extends FieldValue {
  readonly rivals?: readonly LikelyDate[];
}

/** Earliest and latest years a card can name: the oldest holders, and five years' validity. */
const ANY_YEAR: Years = { first: 1900, last: 2099 };
/** The electronic card was first issued in 2011. */
export const YEARS_OF_ISSUE: Years = { first: 2011, last: 2099 };
/** Nats by which the likeliest day may be less likely than what is no day. */
const MAX_PENALTY = 8;
/** Of each glyph of a date; other days are not looked for then, which takes most of the time. */
const SURELY_READ = 0.99;
/** Rivals that are kept. */
const MOST_RIVALS = 12;
/**
 * Nats for the day of birth that the NIK carries. With 3 two dates of 320 cards of the tune split are wrong,
 * with 6 none; the law allows a NIK that differs from the print, so that what was surely read stands.
 */
const NIK_BONUS = 6;

/** The day that the print is likeliest to show; by the text alone where no scores are told. */
export function readDate(
  characters: readonly ReadCharacter[],
  scores: readonly ScoredStretch[] = [],
  years: Years = ANY_YEAR,
): DateValue | null {
  const asRead = parseDate(characters);
  if (asRead !== null && weakestConfidence(asRead.characters) >= SURELY_READ) return asRead;
  const lattice = toLattice(scores);
  if (lattice === null) return asRead;
  const free = scoreBestPath(lattice);
  const rivals = searchTexts(lattice, createDateGrammar(years))
    .slice(0, MOST_RIVALS)
    .map(({ text, nats }) => ({ value: toIsoDate(text), penalty: free - nats }));
  const [best, next] = rivals;
  if (best === undefined || best.penalty > MAX_PENALTY) return asRead;
  const choice = {
    penalty: best.penalty,
    margin: (next?.penalty ?? Infinity) - best.penalty,
  };
  if (asRead?.value === best.value) return { ...asRead, choice, rivals };
  return { ...choose(characters, best.value), choice, rivals };
}

/** Of the likely days of birth the one that the NIK carries, unless it is much less likely. */
export function arbitrateDateOfBirth(
  date: (FieldValue & Pick<DateValue, 'rivals'>) | null,
  nik: string | null,
): FieldValue | null {
  if (date?.choice === undefined || nik === null || hasBirthDate(nik, date.value)) return date;
  const carried = date.rivals?.find(({ value }) => hasBirthDate(nik, value));
  if (carried === undefined) return date;
  const margin = NIK_BONUS - (carried.penalty - date.choice.penalty);
  if (margin <= 0) return date;
  return {
    ...choose(date.characters, carried.value),
    reason: 'CHOSEN_BY_DATE',
    choice: { penalty: carried.penalty, margin },
  };
}

function choose(characters: readonly ReadCharacter[], value: string): FieldValue {
  const printed = value.split('-').reverse().join('');
  return {
    value,
    characters,
    reason: 'CHOSEN',
    distance: editDistance(pickDigits(textOf(characters)), printed),
    confidence: weakestConfidence(characters.filter(({ character }) => /\w/.test(character))),
  };
}

function parseDate(characters: readonly ReadCharacter[]): FieldValue | null {
  const date = findDate(textOf(characters));
  if (date === null) return null;
  const own = characters.slice(date.start, date.end);
  const digits = own.filter(({ character }) => /\w/.test(character));
  const folded = digits.filter(({ character }) => /\D/.test(character)).length;
  return {
    value: date.iso,
    characters: own,
    reason: folded === 0 ? 'AS_READ' : 'LOOK_ALIKE',
    distance: folded,
    confidence: weakestConfidence(digits),
  };
}
