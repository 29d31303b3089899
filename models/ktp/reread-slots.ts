import type { TextLine } from '../card/text-line.js';
import type { RasterImage } from '../image/raster-image.js';
import type { ReadCharacter } from '../text/ctc-decode.js';
import type { TextRecogniser } from '../text/text-recogniser.js';
import type { CardSlots, Slot } from './card-slots.js';
import { GENDERS, PRINTED_MARITAL_STATUSES, RELIGIONS, snapToList } from './closed-lists.js';
import { foldCapitals } from './fold-glyphs.js';
import { OCCUPATIONS } from './occupations.js';
import { recogniseLines } from './read-lines.js';
import { isBlank, textOf, weakestConfidence } from './read-value.js';
import { slotValue } from './slot-value.js';

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
/** Least confidence of each character of any other value. */
const SETTLED_TEXT = 0.95;

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
 * Reads the slots' lines again with the exact recogniser, all but those that are settled: most time
 * would go into words that the fast one has right.
 */
export async function rereadSlots(
  image: RasterImage,
  slots: CardSlots,
  recogniser: TextRecogniser,
): Promise<SlotReadings> {
  const first = valuesOf(slots);
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
  // Two readings of the NIK are worth their time: where they differ, evidence chooses.
  if (slot === 'nik') return false;
  // A dash in a box of its own is read as any letter at the second look.
  if (slot === 'bloodType' && isBlank(textOf(characters))) return true;
  const weakest = weakestConfidence(characters);
  if (weakest >= SETTLED_TEXT) return true;
  const list = LISTS[slot];
  if (list === undefined || weakest < SETTLED_ENTRY) return false;
  return snapToList(foldCapitals(textOf(characters)), list)?.distance === 0;
}
