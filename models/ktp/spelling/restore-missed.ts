import type { ReadCharacter } from '../../text/ctc-decode.js';

/**
 * How likely a space must have been that was not read. With 0.1 to 0.3 `NO.45` becomes `NO. 45` in one
 * to three addresses of 312, with 0.5 in none, and no space is lost that lower limits restore (664
 * drawn cards, one fault or several).
 */
const SEEN_SPACE = 0.5;

/** Puts back the spaces that a reader overlooked, with the little confidence it had in them. */
export function restoreSpaces(characters: readonly ReadCharacter[]): readonly ReadCharacter[] {
  return characters.flatMap((read, at) => {
    const before = characters[at - 1];
    const space = read.missedBefore?.find(({ character }) => character === ' ');
    if (before === undefined || space === undefined || space.confidence < SEEN_SPACE) return [read];
    const position = (before.position + read.position) / 2;
    const restored = { character: ' ', confidence: space.confidence, position, isRestored: true };
    return [restored, read];
  });
}
