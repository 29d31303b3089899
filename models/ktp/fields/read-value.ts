import type { CorrectionReason } from '../../../contract/ktp-details.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { ScoredStretch } from '../../text/glyph-lattice.js';
import type { Choice } from '../spelling/choose-entry.js';

/** A field's value, what it was made of, and 0 to 1 for how surely it was read. */
export interface FieldValue {
  readonly value: string;
  /** What the recogniser saw. */
  readonly characters: readonly ReadCharacter[];
  readonly reason: CorrectionReason;
  /** Letters and digits of the value that were not read so. */
  readonly distance: number;
  readonly confidence: number;
  /** Whether it is an entry of a closed list or an official name; absent where there is no list. */
  readonly isListed?: boolean;
  /** Where it stands, for who knows more about it; absent or empty where no scores are told. */
  readonly scores?: readonly ScoredStretch[];
  /** Absent for what was read without a grammar. */
  readonly choice?: Choice;
}

export function textOf(characters: readonly ReadCharacter[]): string {
  return characters.map(({ character }) => character).join('');
}

/** What the recogniser itself read, without what was put back. */
export function rawTextOf(
  characters: readonly (ReadCharacter & { readonly isRestored?: boolean })[],
): string {
  return textOf(characters.filter(({ isRestored = false }) => !isRestored));
}

/** Mean over the characters: for words, where one unsure dot says little about the rest. */
export function meanConfidence(characters: readonly ReadCharacter[]): number {
  if (characters.length === 0) return 0;
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length;
}

/** Weakest character: for numbers, where each digit counts. */
export function weakestConfidence(characters: readonly ReadCharacter[]): number {
  return characters.length === 0 ? 0 : Math.min(...characters.map(({ confidence }) => confidence));
}

/** Of a value that was changed: lower by the share of letters that differ. */
export function lowerConfidence(confidence: number, value: string, distance: number): number {
  return confidence * Math.max(1 - distance / value.length, 0);
}

/** A dash, or nothing, is printed where there is no value. */
export function isBlank(text: string): boolean {
  return !/[A-Za-z0-9]/.test(text);
}
