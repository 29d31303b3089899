import type { CardBlocks } from '../../card/card-blocks.js';
import { measureCoverage, type CardZone } from '../../card/measure-coverage.js';
import type { Slot } from '../layout/card-slots.js';
import type { ValueZone } from '../layout/locate-zones.js';

/** A value of which something is hidden. */
export interface HiddenValue {
  readonly slot: Slot;
  readonly zone: CardZone;
  /** Of the value and of what may follow it, 0 to 1. */
  readonly share: number;
  /** The same in letters, which are about as wide as their line is high. */
  readonly letters: number;
}

/** Where nothing was read, half of the value's beginning must be hidden to count as a letter. */
const LETTERS_OF_BEGINNING = 2;

/**
 * The values that what covers the card hides in part.
 *
 * @param isCovered one entry a block of the card, 1 where nothing can be read
 */
export function findHiddenValues(
  zones: readonly ValueZone[],
  blocks: CardBlocks,
  isCovered: Uint8Array,
): HiddenValue[] {
  return zones.flatMap(({ slot, zone, isRead }) => {
    const share = measureCoverage(blocks, isCovered, zone);
    const width = (zone.right - zone.left) / Math.max(zone.bottom - zone.top, 1);
    const letters = share * (isRead ? width : LETTERS_OF_BEGINNING);
    return share === 0 ? [] : [{ slot, zone, share, letters }];
  });
}

/** The greatest share of each slot. */
export function toCoverage(hidden: readonly HiddenValue[]): Map<Slot, number> {
  const coverage = new Map<Slot, number>();
  for (const { slot, share } of hidden)
    coverage.set(slot, Math.max(share, coverage.get(slot) ?? 0));
  return coverage;
}
