import type { KtpField } from '../../../contract/ktp-details.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { ScoredStretch } from '../../text/glyph-lattice.js';
import type { AreaDirectory } from '../areas/areas.js';
import type { Slot } from '../layout/card-slots.js';
import {
  ENGLISH_WORDS,
  GENDERS,
  PRINTED_MARITAL_STATUSES,
  RELIGIONS,
} from '../spelling/closed-lists.js';
import { toMaritalStatus } from '../spelling/closed-lists.js';
import { dropLabelResidue } from '../spelling/drop-label-residue.js';
import type { AreaMatches } from '../areas/find-areas.js';
import { followLists } from './follow-lists.js';
import { OCCUPATIONS } from '../spelling/occupations.js';
import { correctAreas, correctPlace, correctPlaceOfIssue } from '../areas/read-areas.js';
import { readBirth } from './read-birth.js';
import { readDate, YEARS_OF_ISSUE, type DateValue } from './read-date.js';
import { readBloodType, readRtRw, readValidity } from './read-numbers.js';
import type { FieldValue } from './read-value.js';
import { restoreSpaces } from '../spelling/restore-missed.js';
import type { SlotScores } from './slot-scores.js';
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

/** With the days of birth that the NIK may choose among. */
interface ReadValues extends FieldValues {
  readonly dateOfBirth: DateValue | null;
}

/** What is known of a reading besides its characters. */
export interface ReaderDetails {
  readonly readerOf?: (slot: Slot) => 'exact' | 'fast';
  /** What lists and dates are chosen by; without them, by the text. */
  readonly scores?: SlotScores;
}

export interface ReadFields {
  readonly values: ReadValues;
  /** The official areas that were recognised. */
  readonly matches: AreaMatches;
}

/**
 * Every field but the NIK from the characters of its slot.
 */
export function readFields(
  slotOf: (slot: Slot) => readonly ReadCharacter[],
  areas: AreaDirectory,
  { readerOf = () => 'exact', scores = new Map() }: ReaderDetails = {},
): ReadFields {
  const printedIn = (slot: Slot) => restoreSpaces(dropLabelResidue(slot, slotOf(slot)));
  const sourceOf = followLists(printedIn);
  const valueOf = (slot: Slot) => {
    const source = sourceOf(slot);
    return source === null ? [] : printedIn(source);
  };
  const scoresOf = (slot: Slot) => {
    const source = sourceOf(slot);
    return source === null ? [] : (scores.get(source) ?? []);
  };
  const birth = readBirth(valueOf('birth'), scoresOf('birth'));
  const nationality = readNationality(valueOf('nationality'), scoresOf('nationality'));
  const { matches, ...areaNames } = correctAreas(
    {
      province: readProvince(valueOf('province'), scoresOf('province')),
      city: readCapitals(valueOf('city'), scoresOf('city')),
      kecamatan: readPlace(valueOf('kecamatan'), scoresOf('kecamatan')),
      kelurahan: readPlace(valueOf('kelurahan'), scoresOf('kelurahan')),
    },
    areas,
  );
  const isForeign = nationality !== null && nationality.value !== 'WNI';
  const values: ReadValues = {
    name: readName(valueOf('name')),
    placeOfBirth: correctPlace(birth.place, areas),
    dateOfBirth: birth.date,
    ...readPersonal(valueOf, scoresOf, isForeign ? ENGLISH_WORDS : NO_WORDS),
    bloodType: readBloodType(valueOf('bloodType')),
    address: readAddress(valueOf('address'), readerOf('address')),
    ...readRtRw(valueOf('rtRw')),
    ...areaNames,
    occupation: readListed(valueOf('occupation'), OCCUPATIONS, scoresOf('occupation')),
    nationality,
    validUntil: readValidity(valueOf('validUntil'), scoresOf('validUntil')),
    placeOfIssue: correctPlaceOfIssue(
      readCapitals(valueOf('placeOfIssue'), scoresOf('placeOfIssue')),
      matches.city,
      areas,
    ),
    dateOfIssue: readDate(valueOf('dateOfIssue'), scoresOf('dateOfIssue'), YEARS_OF_ISSUE),
  };
  return { values, matches };
}

interface FurtherWords {
  readonly gender: readonly string[];
  readonly religion: readonly string[];
  readonly maritalStatus: readonly string[];
}

const NO_WORDS: FurtherWords = { gender: [], religion: [], maritalStatus: [] };

function readPersonal(
  valueOf: (slot: Slot) => readonly ReadCharacter[],
  scoresOf: (slot: Slot) => readonly ScoredStretch[],
  further: FurtherWords,
) {
  const read = (slot: Slot, list: readonly string[]) =>
    readListed(valueOf(slot), list, scoresOf(slot));
  const status = read('maritalStatus', [...PRINTED_MARITAL_STATUSES, ...further.maritalStatus]);
  return {
    gender: read('gender', [...GENDERS, ...further.gender]),
    religion: read('religion', [...RELIGIONS, ...further.religion]),
    maritalStatus: status && toCardStatus(status),
  };
}

function toCardStatus(status: FieldValue): FieldValue {
  const value = toMaritalStatus(status.value);
  return value === status.value ? status : { ...status, value, reason: 'ALIAS' };
}
