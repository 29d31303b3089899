import type { KtpConfidence, KtpDetails, KtpField } from '../../../contract/ktp-details.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { AreaDirectory } from '../areas/areas.js';
import type { Slot } from '../layout/card-slots.js';
import { lettersOf } from '../spelling/closed-lists.js';
import { editDistance } from '../spelling/edit-distance.js';
import type { NikReading } from '../nik/nik.js';
import { readFields, type FieldValues } from './read-fields.js';
import { textOf, type FieldValue } from './read-value.js';
import { mapFields, roundTo3, traceFields, type AllTraces } from '../layout/trace-fields.js';

export interface ReadDetails {
  readonly ktpDetails: KtpDetails;
  /** As the recogniser gave it. */
  readonly ktpConfidence: KtpConfidence;
  /** What each field was made of; `null` where nothing was seen. */
  readonly fields: AllTraces;
}

/** Nothing read. */
export const BLANK_DETAILS: KtpDetails = {
  nik: null,
  name: null,
  placeOfBirth: null,
  dateOfBirth: null,
  gender: null,
  bloodType: null,
  address: null,
  rt: null,
  rw: null,
  kelurahan: null,
  kecamatan: null,
  city: null,
  province: null,
  religion: null,
  maritalStatus: null,
  occupation: null,
  nationality: null,
  validUntil: null,
  placeOfIssue: null,
  dateOfIssue: null,
};

type ValueOf = (slot: Slot) => readonly ReadCharacter[];

/** The wire fields from one reading of each slot; the NIK was read before. */
export function readDetails(
  valueOf: ValueOf,
  nik: NikReading | null,
  areas: AreaDirectory,
): ReadDetails {
  return composeDetails(valueOf, nik, readFields(valueOf, areas).values);
}

/** The wire's form of what was read. */
export function composeDetails(
  valueOf: ValueOf,
  nik: NikReading | null,
  read: FieldValues,
): ReadDetails {
  const values = { ...read, nik: nik && toFieldValue(nik, valueOf('nik')) };
  const value = (field: KtpField) => values[field]?.value ?? null;
  const ktpDetails: KtpDetails = {
    ...mapFields(value),
    gender: toGender(value('gender')),
    bloodType: toBloodType(value('bloodType')),
  };
  const ktpConfidence = Object.fromEntries(
    Object.entries(mapFields((field) => (ktpDetails[field] === null ? null : values[field])))
      .filter((entry): entry is [string, FieldValue] => entry[1] !== null)
      .map(([field, { confidence }]) => [field, roundTo3(confidence)]),
  );
  return { ktpDetails, ktpConfidence, fields: traceFields(values, ktpDetails, valueOf) };
}

/** The NIK as a value like the others. */
export function toFieldValue(
  { nik, confidence, reason = 'AS_READ' }: NikReading,
  characters: readonly ReadCharacter[],
): FieldValue {
  const distance = editDistance(lettersOf(textOf(characters)), nik);
  return { value: nik, characters, reason, distance, confidence };
}

/** The wire's word for the printed one, which is English on a foreigner's card. */
export function toGender(printed: string | null): KtpDetails['gender'] {
  if (printed === 'LAKI-LAKI' || printed === 'MALE') return 'MALE';
  return printed === 'PEREMPUAN' || printed === 'FEMALE' ? 'FEMALE' : null;
}

function toBloodType(printed: string | null): KtpDetails['bloodType'] {
  return (['A', 'B', 'AB', 'O'] as const).find((type) => type === printed) ?? null;
}
