import type { ReadCharacter } from '../text/ctc-decode.js';

/**
 * How likely a space must have been that was not read. Measured with the two general recognisers on some
 * fifty bad pictures of drawn cards: 15 of 15 and 31 of 33 lost spaces reach it, and none of 3,600
 * other pairs of letters; not measured again with the card's own.
 */
const SEEN_SPACE = 0.1;

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
