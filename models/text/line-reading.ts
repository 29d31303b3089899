import type { ReadCharacter } from './ctc-decode.js';

export interface LineReading {
  readonly text: string;
  /** Mean of the characters' confidences; 0 for an empty line. */
  readonly confidence: number;
  readonly characters: readonly ReadCharacter[];
}

/** A reading from its characters. */
export function toReading(characters: readonly ReadCharacter[]): LineReading {
  const sum = characters.reduce((total, { confidence }) => total + confidence, 0);
  return {
    text: characters.map(({ character }) => character).join(''),
    confidence: characters.length === 0 ? 0 : sum / characters.length,
    characters,
  };
}
