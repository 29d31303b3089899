import type { KtpConfidence, KtpField } from '../../../contract/ktp-details.js';
import type { Slot } from '../layout/card-slots.js';
import { SLOT_OF } from '../layout/trace-fields.js';

/**
 * A value whose end is hidden reads as a shorter one, and as surely as the whole: see
 * `maxHiddenLetters` for how often.
 */
const MOST = 0.4;

/** The confidence of fields, lowered where something may hide a part of the value. */
export function limitConfidence(
  confidence: KtpConfidence,
  hiddenSlots: ReadonlySet<Slot>,
): KtpConfidence {
  return Object.fromEntries(
    Object.entries(confidence).map(([field, value]) => [
      field,
      isField(field) && hiddenSlots.has(SLOT_OF[field]) ? Math.min(value, MOST) : value,
    ]),
  );
}

function isField(name: string): name is KtpField {
  return name in SLOT_OF;
}
