import type { KtpField } from '../../../contract/ktp-details.js';
import { isKtpField, type FieldValues } from './labelled-picture.js';

/** Field names of a truth file that differ from the wire's; `rtRw` is two fields. */
const WIRE_NAMES: Readonly<Record<string, KtpField>> = {
  birthPlace: 'placeOfBirth',
  birthDate: 'dateOfBirth',
  citizenship: 'nationality',
  issuedAt: 'placeOfIssue',
  issuedOn: 'dateOfIssue',
};

/** Printed words that the wire writes otherwise. All other values are compared as printed. */
const WIRE_WORDS: Readonly<Partial<Record<KtpField, Readonly<Record<string, string>>>>> = {
  gender: { 'LAKI-LAKI': 'MALE', PEREMPUAN: 'FEMALE' },
  // The wire has no rhesus factor.
  bloodType: {
    'A+': 'A',
    'A-': 'A',
    'B+': 'B',
    'B-': 'B',
    'AB+': 'AB',
    'AB-': 'AB',
    'O+': 'O',
    'O-': 'O',
  },
  // The family register's finer values (Permendagri 118/2017), as `closed-lists.ts` folds them.
  maritalStatus: {
    'KAWIN TERCATAT': 'KAWIN',
    'KAWIN BELUM TERCATAT': 'KAWIN',
    'CERAI HIDUP TERCATAT': 'CERAI HIDUP',
    'CERAI HIDUP BELUM TERCATAT': 'CERAI HIDUP',
  },
};

export interface WireTruth {
  readonly truth: FieldValues;
  /** Names in the truth file that are no field of the card. */
  readonly unknownNames: readonly string[];
}

/**
 * What the wire shows for a card's printed fields: the one table between the two. Wire names and
 * wire values are accepted as well. A dash or an empty value is `null`.
 */
export function toWireTruth(printed: Readonly<Record<string, string | null>>): WireTruth {
  const truth: Partial<Record<KtpField, string | null>> = {};
  const unknownNames: string[] = [];
  for (const [name, value] of Object.entries(printed)) {
    const field = WIRE_NAMES[name] ?? name;
    if (name === 'rtRw') Object.assign(truth, splitRtRw(value));
    else if (isKtpField(field)) truth[field] = toWireValue(field, value);
    else unknownNames.push(name);
  }
  return { truth, unknownNames };
}

/**
 * Upper case, white space collapsed, `null` for nothing or a dash: both sides of a comparison pass
 * through this and nothing more lenient.
 */
export function normaliseValue(value: string | null): string | null {
  const text = (value ?? '').toUpperCase().replace(/\s+/g, ' ').trim();
  return text === '' || text === '-' ? null : text;
}

function toWireValue(field: KtpField, printed: string | null): string | null {
  const text = normaliseValue(printed);
  if (text === null) return null;
  if (field === 'province') return text.replace(/^PROVINSI /, '');
  const word = WIRE_WORDS[field]?.[text] ?? text;
  return word.replace(/^(\d{2})-(\d{2})-(\d{4})$/, '$3-$2-$1');
}

function splitRtRw(printed: string | null): FieldValues {
  const [rt = null, rw = null] = printed?.split('/') ?? [];
  return { rt: normaliseValue(rt), rw: normaliseValue(rw) };
}
