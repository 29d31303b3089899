import type { TextLine } from '../../card/text-line.js';
import type { ScoredStretch } from '../../text/glyph-lattice.js';
import type { CardSlots, Slot } from '../layout/card-slots.js';
import { dropLabelResidue } from '../spelling/drop-label-residue.js';
import { slotValue } from '../layout/slot-value.js';

/** What was seen where the value of each slot stands; of lines whose reader tells no scores nothing. */
export type SlotScores = ReadonlyMap<Slot, readonly ScoredStretch[]>;

export function scoresOf(slots: CardSlots): SlotScores {
  return new Map(
    [...slots].map(([slot, lines]) => {
      const parts = lines.map((line) => cutValue(slot, line));
      const known = parts.filter((part) => part !== null);
      return [slot, known.length === parts.length ? known : []];
    }),
  );
}

/** The stretch of a line from its label on, and up to what follows the value in the same line. */
function cutValue(slot: Slot, { reading }: TextLine): ScoredStretch | null {
  const { characters, scores } = reading;
  const value = dropLabelResidue(slot, slotValue(slot, [reading]));
  const [first, last] = [value[0], value.at(-1)];
  if (scores === undefined || first === undefined || last === undefined) return null;
  const before = characters[characters.indexOf(first) - 1];
  const after = characters.slice(characters.indexOf(last) + 1);
  const isFollowed = after.some(({ character }) => /\w/.test(character));
  return {
    scores,
    from: before === undefined ? 0 : (before.position + first.position) / 2,
    to: isFollowed ? (last.position + (after[0]?.position ?? 1)) / 2 : 1,
  };
}
