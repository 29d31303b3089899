import type { KtpField } from '../../contract/ktp-details.js';
import type { ReadCharacter } from '../text/ctc-decode.js';
import type { AreaDirectory } from './areas.js';
import type { Slot } from './card-slots.js';
import { ENGLISH_WORDS, GENDERS, PRINTED_MARITAL_STATUSES, RELIGIONS } from './closed-lists.js';
import { toMaritalStatus } from './closed-lists.js';
import { dropLabelResidue } from './drop-label-residue.js';
import type { AreaMatches } from './find-areas.js';
import { followLists } from './follow-lists.js';
import { OCCUPATIONS } from './occupations.js';
import { correctAreas, correctPlace, correctPlaceOfIssue } from './read-areas.js';
import { readBirth } from './read-birth.js';
import { readBloodType, readDate, readRtRw, readValidity } from './read-numbers.js';
import type { FieldValue } from './read-value.js';
import { restoreSpaces } from './restore-missed.js';
import { readAddress } from './read-address.js';
import {
  readCapitals,
  readListed,
  readName,
  readNationality,
  readPlace,
  readProvince,
} from './read-words.js';

/** Fields in the words of the card: gender as `LAKI-LAKI`. */
export type FieldValues = Readonly<Record<Exclude<KtpField, 'nik'>, FieldValue | null>>;

export interface ReadFields {
  readonly values: FieldValues;
  /** The official areas that were recognised. */
  readonly matches: AreaMatches;
}

/**
 * Every field but the NIK from the characters of its slot.
 */
export function readFields(
  slotOf: (slot: Slot) => readonly ReadCharacter[],
  areas: AreaDirectory,
  readerOf: (slot: Slot) => 'exact' | 'fast' = () => 'exact',
): ReadFields {
  const valueOf = followLists((slot) => restoreSpaces(dropLabelResidue(slot, slotOf(slot))));
  const birth = readBirth(valueOf('birth'));
  const nationality = readNationality(valueOf('nationality'));
  const { matches, ...areaNames } = correctAreas(
    {
      province: readProvince(valueOf('province')),
      city: readCapitals(valueOf('city')),
      kecamatan: readPlace(valueOf('kecamatan')),
      kelurahan: readPlace(valueOf('kelurahan')),
    },
    areas,
  );
  const isForeign = nationality !== null && nationality.value !== 'WNI';
  const values: FieldValues = {
    name: readName(valueOf('name')),
    placeOfBirth: correctPlace(birth.place, areas),
    dateOfBirth: birth.date,
    ...readPersonal(valueOf, isForeign ? ENGLISH_WORDS : NO_WORDS),
    bloodType: readBloodType(valueOf('bloodType')),
    address: readAddress(valueOf('address'), readerOf('address')),
    ...readRtRw(valueOf('rtRw')),
    ...areaNames,
    occupation: readListed(valueOf('occupation'), OCCUPATIONS),
    nationality,
    validUntil: readValidity(valueOf('validUntil')),
    placeOfIssue: correctPlaceOfIssue(readCapitals(valueOf('placeOfIssue')), matches.city, areas),
    dateOfIssue: readDate(valueOf('dateOfIssue')),
  };
  return { values, matches };
}

interface FurtherWords {
  readonly gender: readonly string[];
  readonly religion: readonly string[];
  readonly maritalStatus: readonly string[];
}

const NO_WORDS: FurtherWords = { gender: [], religion: [], maritalStatus: [] };

function readPersonal(valueOf: (slot: Slot) => readonly ReadCharacter[], further: FurtherWords) {
  const status = readListed(valueOf('maritalStatus'), [
    ...PRINTED_MARITAL_STATUSES,
    ...further.maritalStatus,
  ]);
  return {
    gender: readListed(valueOf('gender'), [...GENDERS, ...further.gender]),
    religion: readListed(valueOf('religion'), [...RELIGIONS, ...further.religion]),
    maritalStatus: status && toCardStatus(status),
  };
}

function toCardStatus(status: FieldValue): FieldValue {
  const value = toMaritalStatus(status.value);
  return value === status.value ? status : { ...status, value, reason: 'ALIAS' };
}
