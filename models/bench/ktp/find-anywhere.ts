import type { KtpField } from '../../../contract/ktp-details.js';
import type { FieldValues } from './labelled-picture.js';

/** As the card prints a wire value. */
const PRINTED_GENDERS: Readonly<Record<string, string>> = {
  MALE: 'LAKI-LAKI',
  FEMALE: 'PEREMPUAN',
};

/**
 * Whether a value stands anywhere in what was read of the card: letters and digits alone, in
 * whichever line. It measures an engine's recognition without anybody's placing, and is more lenient
 * than the exact match on purpose.
 *
 * @returns `null` where it means nothing: no value, or a blood type, whose one letter is in any text
 */
export function isAnywhere(
  field: KtpField,
  truth: FieldValues,
  lines: readonly string[],
): boolean | null {
  const printed = toPrinted(field, truth);
  if (printed === null) return null;
  return lettersAndDigits(lines.join('')).includes(lettersAndDigits(printed));
}

function toPrinted(field: KtpField, truth: FieldValues): string | null {
  const value = truth[field] ?? null;
  if (value === null || field === 'bloodType') return null;
  if (field === 'gender') return PRINTED_GENDERS[value] ?? value;
  // Three digits are found in any NIK: the two halves count as the pair that is printed.
  if (field === 'rt' || field === 'rw') return [truth.rt, truth.rw].join('/');
  return value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');
}

function lettersAndDigits(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
