import type { LineReading } from '../line-reading.js';

/** Of the general recogniser's least sure glyph. */
const SURE = 0.8;

/**
 * What our recogniser can learn from the general one about a line whose text nobody told, or `null`.
 * Of print that ours was never shown the general one reads more letters, and fewer signs: it loses
 * colons and spaces, surely. So letters and digits are the general one's, where ours saw the same signs at least.
 *
 * @param glyphs that ours can answer
 */
export function agreeOnText(
  own: LineReading,
  general: LineReading,
  glyphs: ReadonlySet<string>,
): string | null {
  const { text, characters } = general;
  const isSure = characters.every(({ confidence }) => confidence >= SURE);
  const isKnown = Array.from(text).every((glyph) => glyphs.has(glyph));
  const isAgreed = signsOf(text) === signsOf(own.text);
  return text !== '' && isSure && isKnown && isAgreed ? text : null;
}

/** All that is neither letter nor digit, spaces among it. */
function signsOf(text: string): string {
  return text.replace(/[\p{L}\p{N}]/gu, '');
}
