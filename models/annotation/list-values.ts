import type { CorrectionReason, KtpField } from '../../contract/ktp-details.js';
import type { TextLine } from '../card/text-line.js';
import type { Slot } from '../ktp/layout/card-slots.js';
import { mapFields, SLOT_OF } from '../ktp/layout/trace-fields.js';
import { PALETTE } from './palette.js';
import type { ShownReading } from './shown-reading.js';

/** Calibrated confidence from which at least 99 of 100 values are to be right (ADR 0011). */
export const SURE = 0.9;
/** Below it a value is more of a guess. */
export const UNSURE = 0.6;

export interface ShownField {
  readonly field: KtpField;
  readonly value: string | null;
  /** `null` where no value was read. */
  readonly confidence: number | null;
  /** `null` where nothing was seen. */
  readonly reason: CorrectionReason | null;
}

/** One printed place of the card with the fields that come from it. */
export interface ShownValue {
  readonly slot: Slot;
  /** At least one, in reading order. */
  readonly lines: readonly TextLine[];
  readonly fields: readonly ShownField[];
  /** Of the least sure of the fields. */
  readonly colour: string;
}

/** In the order of `KtpDetails`. */
export const FIELDS: readonly KtpField[] = Object.values(mapFields((field) => field));

/** The places where a value was seen, from the top of the card as `KtpDetails` has them. */
export function listValues({
  slots,
  ktpDetails,
  ktpConfidence,
  fields,
}: ShownReading): ShownValue[] {
  return [...new Set(FIELDS.map((field) => SLOT_OF[field]))].flatMap((slot) => {
    const lines = slots.get(slot) ?? [];
    if (lines.length === 0) return [];
    const shown = FIELDS.filter((field) => SLOT_OF[field] === slot).map((field) => ({
      field,
      value: ktpDetails[field],
      confidence: ktpConfidence[field] ?? null,
      reason: fields[field]?.reason ?? null,
    }));
    return [{ slot, lines, fields: shown, colour: colourOf(shown) }];
  });
}

function colourOf(fields: readonly ShownField[]): string {
  const colours = new Set(fields.map(colourOfField));
  const { poor, unsure, sure, blank } = PALETTE;
  return [poor, unsure, sure].find((colour) => colours.has(colour)) ?? blank;
}

export function colourOfField({ value, confidence, reason }: ShownField): string {
  if (value === null) return reason === 'UNREADABLE' ? PALETTE.poor : PALETTE.blank;
  if (confidence === null || confidence < UNSURE) return PALETTE.poor;
  return confidence < SURE ? PALETTE.unsure : PALETTE.sure;
}
