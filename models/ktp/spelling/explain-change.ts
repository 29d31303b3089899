import type { CorrectionReason } from '../../../contract/ktp-details.js';
import { lettersOf } from './closed-lists.js';
import { editDistance } from './edit-distance.js';

/** What was done to a raw text whose glyphs were folded and whose spaces were set right. */
export function explainChange(
  raw: string,
  value: string,
): { readonly reason: CorrectionReason; readonly distance: number } {
  if (raw.trim() === value) return { reason: 'AS_READ', distance: 0 };
  const distance = editDistance(lettersOf(raw), lettersOf(value));
  return { reason: distance === 0 ? 'SPACING' : 'LOOK_ALIKE', distance };
}
