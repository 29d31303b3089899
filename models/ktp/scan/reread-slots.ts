import type { TextLine } from '../../card/text-line.js';
import type { LinePicture } from '../../text/line-picture.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { TextRecogniser } from '../../text/text-recogniser.js';
import type { CardSlots, Slot } from '../layout/card-slots.js';
import { GENDERS, PRINTED_MARITAL_STATUSES, RELIGIONS } from '../spelling/closed-lists.js';
import { foldCapitals, pickDigits } from '../spelling/fold-glyphs.js';
import { NIK_LENGTH } from '../nik/nik-columns.js';
import { OCCUPATIONS } from '../spelling/occupations.js';
import { recogniseLines } from './read-lines.js';
import { isBlank, textOf, weakestConfidence } from '../fields/read-value.js';
import { findEntry } from '../spelling/snap-to-list.js';
import { slotValue } from '../layout/slot-value.js';

/** Slots whose first reading needs no second when it is an entry of their list. */
const LISTS: Readonly<Partial<Record<Slot, readonly string[]>>> = {
  gender: GENDERS,
  religion: RELIGIONS,
  maritalStatus: PRINTED_MARITAL_STATUSES,
  occupation: OCCUPATIONS,
  nationality: ['WNI'],
  validUntil: ['SEUMUR HIDUP'],
};
/** Least confidence of each character of an entry; a wrong word that is one as well reads less surely. */
const SETTLED_ENTRY = 0.8;
/**
 * Least confidence of each character of any other value. On 112 cards of the tune split 0.8 to 0.98
 * leave the same 22 of 2,240 fields wrong; below, more.
 */
const SETTLED_TEXT = 0.9;

export type SlotReadings = ReadonlyMap<Slot, readonly ReadCharacter[]>;

/** The slots' values as the first reader saw them. */
export function valuesOf(slots: CardSlots): SlotReadings {
  return new Map(
    [...slots].map(([slot, lines]) => [
      slot,
      slotValue(
        slot,
        lines.map(({ reading }) => reading),
      ),
    ]),
  );
}

/**
 * Reads the slots' lines again with the second recogniser, all but those that are settled: most time
 * would go into words that the first one has right.
 */
export async function rereadSlots(
  image: LinePicture,
  { slots, first }: { readonly slots: CardSlots; readonly first: SlotReadings },
  recogniser: TextRecogniser | null,
): Promise<SlotReadings> {
  if (recogniser === null) return first;
  const open = [...slots].filter(([slot]) => !isSettled(slot, first.get(slot) ?? []));
  const lines = [...new Set(open.flatMap(([, own]) => own))];
  const reread = await recogniseLines(image, lines, recogniser);
  const newOf = new Map<TextLine, TextLine>();
  for (const [index, line] of lines.entries()) newOf.set(line, reread[index] ?? line);
  const second = open.map(
    ([slot, own]) => [slot, own.map((line) => newOf.get(line) ?? line)] as const,
  );
  return new Map([...first, ...valuesOf(new Map(second))]);
}

function isSettled(slot: Slot, characters: readonly ReadCharacter[]): boolean {
  // Where a glyph was lost, only another reading can say which.
  if (slot === 'nik' && pickDigits(textOf(characters)).length !== NIK_LENGTH) return false;
  // A dash in a box of its own is read as any letter at the second look.
  if (slot === 'bloodType' && isBlank(textOf(characters))) return true;
  const weakest = weakestConfidence(characters);
  if (weakest >= SETTLED_TEXT) return true;
  const list = LISTS[slot];
  if (list === undefined || weakest < SETTLED_ENTRY) return false;
  return findEntry(foldCapitals(textOf(characters)), list) !== undefined;
}
