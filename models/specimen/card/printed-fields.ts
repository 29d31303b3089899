import type { SpecimenTruth } from '../invent-details.js';

/** The values as they stand on the card: dates `DD-MM-YYYY`, `-` for a printed dash, '' for none. */
export interface PrintedFields {
  readonly nik: string;
  readonly name: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly bloodType: string;
  readonly address: string;
  readonly rtRw: string;
  readonly kelurahan: string;
  readonly kecamatan: string;
  readonly religion: string;
  readonly maritalStatus: string;
  readonly occupation: string;
  readonly citizenship: string;
  readonly validUntil: string;
  readonly province: string;
  readonly city: string;
  readonly issuedAt: string;
  readonly issuedOn: string;
}

/** What the card of this person shows; nothing known is printed as a dash. */
export function printDetails(truth: SpecimenTruth): PrintedFields {
  return {
    nik: truth.nik ?? '',
    name: printValue(truth.name),
    birthPlace: printValue(truth.placeOfBirth),
    birthDate: printDate(truth.dateOfBirth),
    gender: truth.gender === 'FEMALE' ? 'PEREMPUAN' : 'LAKI-LAKI',
    bloodType: printValue(truth.bloodType),
    address: printValue(truth.address),
    rtRw: `${truth.rt ?? ''}/${truth.rw ?? ''}`,
    kelurahan: printValue(truth.kelurahan),
    kecamatan: printValue(truth.kecamatan),
    religion: printValue(truth.religion),
    maritalStatus: printValue(truth.maritalStatus),
    occupation: printValue(truth.occupation),
    citizenship: printValue(truth.nationality),
    validUntil: printDate(truth.validUntil),
    province: printValue(truth.province),
    city: printValue(truth.city),
    issuedAt: printValue(truth.placeOfIssue),
    issuedOn: printDate(truth.dateOfIssue),
  };
}

function printValue(value: string | null): string {
  return value ?? '-';
}

/** `1990-12-31` is printed `31-12-1990`; words stay as they are. */
function printDate(value: string | null): string {
  return printValue(value).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');
}
