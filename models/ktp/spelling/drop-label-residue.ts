import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { Slot } from '../layout/card-slots.js';
import { textOf } from '../fields/read-value.js';

/** Small letters that look like no capital; of the others the recognisers mistake either case. */
const SMALL = /[abdefghnqrty]/g;
/** Labels are printed in small letters and values in capitals: this many tell a word of a label. */
const MIN_SMALL = 2;
/** What the colon is read as, alone before the value; before a slash it is the RT. */
const COLON = /^[\s:;.,|]*([1Ilt|!]\s+(?!\/))?/;
/** The same where a value may begin with a number that stands alone: 1 ILIR. */
const COLON_BEFORE_NUMBER = /^[\s:;.,|]*([t!]\s+)?/;
const MAY_BEGIN_WITH_NUMBER: ReadonlySet<Slot> = new Set<Slot>(['kelurahan', 'kecamatan']);
/** Names and addresses may begin with a letter or number that stands alone. */
const MAY_BEGIN_ALONE: ReadonlySet<Slot> = new Set<Slot>(['name', 'address']);

/**
 * A slot's value without what is left of a label that was too damaged to be known as one, and
 * without the colon after it. Nothing of the value itself goes: it has no small letters.
 */
export function dropLabelResidue(
  slot: Slot,
  characters: readonly ReadCharacter[],
): readonly ReadCharacter[] {
  const text = textOf(characters);
  let start = 0;
  for (const { 0: word, index } of text.matchAll(/[^\s:]+[\s:]*/g)) {
    const small = (word.match(SMALL) ?? []).length;
    // One small letter is a word of a label before another: `/Tgl Lahir`.
    if (small === 0) break;
    if (small >= MIN_SMALL) start = index + word.length;
  }
  if (start === 0 && MAY_BEGIN_ALONE.has(slot)) return characters;
  const sign = start === 0 && MAY_BEGIN_WITH_NUMBER.has(slot) ? COLON_BEFORE_NUMBER : COLON;
  const colon = sign.exec(text.slice(start))?.[0] ?? '';
  return start + colon.length === 0 ? characters : characters.slice(start + colon.length);
}
