import type { LinePicture } from '../../text/line-picture.js';
import type { TextRecogniser } from '../../text/text-recogniser.js';
import type { CardSlots, Slot } from '../layout/card-slots.js';
import { recogniseLines } from './read-lines.js';
import { valuesOf, type SlotReadings } from './reread-slots.js';

/** Slots whose spelling no list and no digit can check. */
const SPELT: readonly Slot[] = ['name', 'address'];

/** The second look at what only its print can tell. */
export async function lookAgain(
  image: LinePicture,
  slots: CardSlots,
  recogniser: TextRecogniser | null,
): Promise<SlotReadings> {
  if (recogniser === null) return new Map();
  const seen = await Promise.all(
    SPELT.map(
      async (slot) =>
        [slot, await recogniseLines(image, slots.get(slot) ?? [], recogniser)] as const,
    ),
  );
  return valuesOf(new Map(seen));
}
