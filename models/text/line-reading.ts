import type { ReadCharacter } from './ctc-decode.js';
import type { LineScores } from './line-scores.js';

export interface LineReading {
  readonly text: string;
  /** Mean of the characters' confidences; 0 for an empty line. */
  readonly confidence: number;
  readonly characters: readonly ReadCharacter[];
  /** What it was chosen from; absent where the reader tells no scores. */
  readonly scores?: LineScores;
}

/** A reading from its characters. */
export function toReading(characters: readonly ReadCharacter[], scores?: LineScores): LineReading {
  const sum = characters.reduce((total, { confidence }) => total + confidence, 0);
  return {
    text: characters.map(({ character }) => character).join(''),
    confidence: characters.length === 0 ? 0 : sum / characters.length,
    characters,
    ...(scores !== undefined && { scores }),
  };
}
