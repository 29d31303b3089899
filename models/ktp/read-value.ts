import type { ReadCharacter } from '../text/ctc-decode.js';

/** A field's value with 0 to 1 for how surely it was read. */
export interface FieldValue {
  readonly value: string;
  readonly confidence: number;
}

export function textOf(characters: readonly ReadCharacter[]): string {
  return characters.map(({ character }) => character).join('');
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

/** A dash, or nothing, is printed where there is no value. */
export function isBlank(text: string): boolean {
  return !/[A-Za-z0-9]/.test(text);
}
