import type { ReadCharacter } from '../text/ctc-decode.js';
import { findDate } from './calendar-date.js';
import { snapToList } from './closed-lists.js';
import { foldCapitals, foldDigits } from './fold-glyphs.js';
import { meanConfidence, textOf, weakestConfidence, type FieldValue } from './read-value.js';

export function readDate(characters: readonly ReadCharacter[]): FieldValue | null {
  const date = findDate(textOf(characters));
  if (date === null) return null;
  const digits = characters
    .slice(date.start, date.end)
    .filter(({ character }) => /\w/.test(character));
  return { value: date.iso, confidence: weakestConfidence(digits) };
}

/** `SEUMUR HIDUP`, or a date. */
export function readValidity(characters: readonly ReadCharacter[]): FieldValue | null {
  const snap = snapToList(foldCapitals(textOf(characters)), ['SEUMUR HIDUP']);
  if (snap === null) return readDate(characters);
  return { value: snap.value, confidence: meanConfidence(characters) };
}

/** `003/007` as two groups of three digits; the slash may be misread or missing. */
export function readRtRw(
  characters: readonly ReadCharacter[],
): { rt: string; rw: string; confidence: number } | null {
  const text = textOf(characters).replace(/\s/g, '');
  const [left, right, ...more] = text.split('/');
  const pair = right === undefined ? splitGlued(left ?? '') : [left ?? '', right];
  if (pair === null || more.length > 0) return null;
  const [rt = '', rw = ''] = pair.map(foldDigits);
  if (!/^\d{1,3}$/.test(rt) || !/^\d{1,3}$/.test(rw)) return null;
  return {
    rt: rt.padStart(3, '0'),
    rw: rw.padStart(3, '0'),
    confidence: weakestConfidence(characters.filter(({ character }) => /\w/.test(character))),
  };
}

/** Six glyphs, with or without one between them that was the slash. */
function splitGlued(text: string): [string, string] | null {
  if (text.length !== 6 && text.length !== 7) return null;
  return [text.slice(0, 3), text.slice(-3)];
}

/** The letter of the blood group; a rhesus sign after it is not kept. */
export function readBloodType(characters: readonly ReadCharacter[]): FieldValue | null {
  const letters = characters.filter(({ character }) => /[A-Za-z0-9]/.test(character));
  const value = foldCapitals(textOf(letters))
    .replace(/^[0QD]$/, 'O')
    .replace('8', 'B');
  return ['A', 'B', 'AB', 'O'].includes(value)
    ? { value, confidence: weakestConfidence(letters) }
    : null;
}
