import type { KtpConfidence, KtpDetails, KtpField } from '../../contract/ktp-details.js';
import type { ReadCharacter } from '../text/ctc-decode.js';
import type { AreaDirectory } from './areas.js';
import type { Slot } from './card-slots.js';
import { GENDERS, PRINTED_MARITAL_STATUSES, RELIGIONS, toMaritalStatus } from './closed-lists.js';
import type { NikReading } from './nik.js';
import { OCCUPATIONS } from './occupations.js';
import { correctAreas } from './read-areas.js';
import { readBirth } from './read-birth.js';
import { readBloodType, readDate, readRtRw, readValidity } from './read-numbers.js';
import type { FieldValue } from './read-value.js';
import { readAddress, readCapitals, readListed, readName, readNationality } from './read-words.js';

export interface ReadDetails {
  readonly ktpDetails: KtpDetails;
  readonly ktpConfidence: KtpConfidence;
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

/** The wire fields from the characters of each slot; the NIK was read before. */
export function readDetails(
  valueOf: (slot: Slot) => readonly ReadCharacter[],
  nik: NikReading | null,
  areas: AreaDirectory,
): ReadDetails {
  const birth = readBirth(valueOf('birth'));
  const rtRw = readRtRw(valueOf('rtRw'));
  const marital = readListed(valueOf('maritalStatus'), PRINTED_MARITAL_STATUSES);
  const fields: Readonly<Record<KtpField, FieldValue | null>> = {
    nik: nik && { value: nik.nik, confidence: nik.confidence },
    name: readName(valueOf('name')),
    placeOfBirth: birth.place,
    dateOfBirth: birth.date,
    gender: readListed(valueOf('gender'), GENDERS),
    bloodType: readBloodType(valueOf('bloodType')),
    address: readAddress(valueOf('address')),
    rt: rtRw && { value: rtRw.rt, confidence: rtRw.confidence },
    rw: rtRw && { value: rtRw.rw, confidence: rtRw.confidence },
    ...correctAreas(
      {
        province: readCapitals(valueOf('province')),
        city: readCapitals(valueOf('city')),
        kecamatan: readCapitals(valueOf('kecamatan')),
        kelurahan: readCapitals(valueOf('kelurahan')),
      },
      areas,
    ),
    religion: readListed(valueOf('religion'), RELIGIONS),
    maritalStatus: marital && { ...marital, value: toMaritalStatus(marital.value) },
    occupation: readListed(valueOf('occupation'), OCCUPATIONS),
    nationality: readNationality(valueOf('nationality')),
    validUntil: readValidity(valueOf('validUntil')),
    placeOfIssue: readCapitals(valueOf('placeOfIssue')),
    dateOfIssue: readDate(valueOf('dateOfIssue')),
  };
  return toWire(fields);
}

function toWire(fields: Readonly<Record<KtpField, FieldValue | null>>): ReadDetails {
  const value = (field: KtpField) => fields[field]?.value ?? null;
  const printed = Object.fromEntries(
    Object.entries(fields).map(([field, read]) => [field, read?.value ?? null]),
  );
  const gender = toGender(value('gender'));
  const ktpDetails: KtpDetails = {
    ...BLANK_DETAILS,
    ...printed,
    gender,
    bloodType: toBloodType(value('bloodType')),
  };
  const ktpConfidence = Object.fromEntries(
    Object.entries(fields).flatMap(([field, read]) =>
      read === null || (field === 'gender' && gender === null)
        ? []
        : [[field, roundTo3(read.confidence)]],
    ),
  );
  return { ktpDetails, ktpConfidence };
}

function toGender(printed: string | null): KtpDetails['gender'] {
  if (printed === 'LAKI-LAKI') return 'MALE';
  return printed === 'PEREMPUAN' ? 'FEMALE' : null;
}

function toBloodType(printed: string | null): KtpDetails['bloodType'] {
  return (['A', 'B', 'AB', 'O'] as const).find((type) => type === printed) ?? null;
}

function roundTo3(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
