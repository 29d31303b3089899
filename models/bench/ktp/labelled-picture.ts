import type { KtpField } from '../../../contract/ktp-details.js';

/** Wire values by field; a field that is absent was not labelled and is not judged. */
export type FieldValues = Readonly<Partial<Record<KtpField, string | null>>>;

/** One picture of a data folder and what a perfect reader answers to it. */
export interface LabelledPicture {
  readonly path: string;
  /** Relative to the data folder. */
  readonly file: string;
  readonly condition: string;
  readonly isKtp: boolean;
  /** Empty for what is no KTP. */
  readonly truth: FieldValues;
}

/** The 20 fields in the order of the wire. */
export const KTP_FIELDS = [
  'nik',
  'name',
  'placeOfBirth',
  'dateOfBirth',
  'gender',
  'bloodType',
  'address',
  'rt',
  'rw',
  'kelurahan',
  'kecamatan',
  'city',
  'province',
  'religion',
  'maritalStatus',
  'occupation',
  'nationality',
  'validUntil',
  'placeOfIssue',
  'dateOfIssue',
] as const satisfies readonly KtpField[];

export function isKtpField(name: string): name is KtpField {
  return KTP_FIELDS.some((field) => field === name);
}
