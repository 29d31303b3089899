import type { SlotReadings } from './reread-slots.js';
import type { CardReadings } from '../fields/combine-readings.js';
import { weakestConfidence } from '../fields/read-value.js';

/**
 * Of two readings of each slot the one whose least sure glyph is surer, and the other. Neither
 * recogniser is the better one everywhere: the card's own knows its glyphs in bad light, the general
 * one more kinds of print.
 */
export function orderReadings(
  own: SlotReadings,
  general: SlotReadings,
): Pick<CardReadings, 'surer' | 'other'> {
  const isOwnSurer = new Map(
    [...own].map(([slot, characters]) => [
      slot,
      weakestConfidence(characters) >= weakestConfidence(general.get(slot) ?? []),
    ]),
  );
  const pick = (wantsOwn: boolean): SlotReadings =>
    new Map(
      [...own].map(([slot, characters]) => [
        slot,
        isOwnSurer.get(slot) === wantsOwn ? characters : (general.get(slot) ?? []),
      ]),
    );
  return { surer: pick(true), other: pick(false) };
}
