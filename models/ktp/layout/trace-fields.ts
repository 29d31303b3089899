import type { FieldTrace, KtpDetails, KtpField } from '../../../contract/ktp-details.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { Slot } from './card-slots.js';
import { isBlank, meanConfidence, rawTextOf, type FieldValue } from '../fields/read-value.js';

/** Where a field stands on the card. */
export const SLOT_OF: Readonly<Record<KtpField, Slot>> = {
  nik: 'nik',
  name: 'name',
  placeOfBirth: 'birth',
  dateOfBirth: 'birth',
  gender: 'gender',
  bloodType: 'bloodType',
  address: 'address',
  rt: 'rtRw',
  rw: 'rtRw',
  kelurahan: 'kelurahan',
  kecamatan: 'kecamatan',
  city: 'city',
  province: 'province',
  religion: 'religion',
  maritalStatus: 'maritalStatus',
  occupation: 'occupation',
  nationality: 'nationality',
  validUntil: 'validUntil',
  placeOfIssue: 'placeOfIssue',
  dateOfIssue: 'dateOfIssue',
};

export type AllTraces = Readonly<Record<KtpField, FieldTrace | null>>;

/** What each field was made of; `null` where nothing was seen. */
export function traceFields(
  values: Readonly<Record<KtpField, FieldValue | null>>,
  details: KtpDetails,
  valueOf: (slot: Slot) => readonly ReadCharacter[],
): AllTraces {
  const trace = (field: KtpField) =>
    traceField(values[field], details[field], valueOf(SLOT_OF[field]));
  return mapFields(trace);
}

function traceField(
  read: FieldValue | null,
  value: string | null,
  slot: readonly ReadCharacter[],
): FieldTrace | null {
  if (read !== null && value !== null) {
    return {
      raw: rawTextOf(read.characters).trim(),
      value,
      reason: read.reason,
      distance: read.distance,
      readConfidence: roundTo3(read.confidence),
    };
  }
  const raw = rawTextOf(slot).trim();
  if (raw === '') return null;
  return {
    raw,
    value: null,
    reason: isBlank(raw) ? 'BLANK' : 'UNREADABLE',
    distance: 0,
    readConfidence: roundTo3(meanConfidence(slot)),
  };
}

/** One entry for every field of the wire. */
export function mapFields<T>(make: (field: KtpField) => T): Record<KtpField, T> {
  return {
    nik: make('nik'),
    name: make('name'),
    placeOfBirth: make('placeOfBirth'),
    dateOfBirth: make('dateOfBirth'),
    gender: make('gender'),
    bloodType: make('bloodType'),
    address: make('address'),
    rt: make('rt'),
    rw: make('rw'),
    kelurahan: make('kelurahan'),
    kecamatan: make('kecamatan'),
    city: make('city'),
    province: make('province'),
    religion: make('religion'),
    maritalStatus: make('maritalStatus'),
    occupation: make('occupation'),
    nationality: make('nationality'),
    validUntil: make('validUntil'),
    placeOfIssue: make('placeOfIssue'),
    dateOfIssue: make('dateOfIssue'),
  };
}

export function roundTo3(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
