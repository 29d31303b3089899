import type { KtpDetails } from '../../contract/ktp-details.js';
import {
  formatIsoDate,
  inventDay,
  moveToYear,
  padNumber,
  type CalendarDay,
} from './person/calendar-day.js';
import { composeNik } from './person/compose-nik.js';
import { pickArea, pickPlaceName, type AreaTable } from './specimen-area.js';
import { createRandom, type SpecimenRandom } from './specimen-random.js';
import {
  BLOOD_TYPES,
  FAMILY_NAMES,
  GIVEN_NAMES,
  INVENTED_NAMES,
  MARITAL_STATUSES,
  OCCUPATIONS,
  RELIGIONS,
  STREETS,
} from './specimen-words.js';

/** What is printed on a specimen, exactly as a perfect reading would return it on the wire. */
export type SpecimenTruth = KtpDetails;

/** Ages count from here and not from the clock, so that a seed means the same card for ever. */
export const SPECIMEN_REFERENCE_YEAR = 2026;
const ADULT_AGE_YEARS = 17;
const OLDEST_AGE_YEARS = 78;
/** The electronic card was first issued in 2011; cards with an end date until 2013 (UU 24/2013). */
const FIRST_ISSUE_YEAR = 2011;
const LAST_DATED_ISSUE_YEAR = 2013;
const DATED_VALIDITY_YEARS = 5;

/** Invents the person of a seed. */
export function inventDetails(seed: number, areas: AreaTable): SpecimenTruth {
  const random = createRandom(seed, 'details');
  const area = pickArea(areas, random);
  const gender = random.pick(['MALE', 'FEMALE'] as const);
  const birth = inventBirthDate(random);
  const issueYear = random.integer(
    Math.max(FIRST_ISSUE_YEAR, birth.year + ADULT_AGE_YEARS + 1),
    SPECIMEN_REFERENCE_YEAR - 1,
  );
  return {
    nik: composeNik(area.nikPrefix, birth, gender, random),
    name: inventName(gender, random),
    placeOfBirth: random.isLucky(0.6) ? area.placeName : pickPlaceName(areas, random),
    dateOfBirth: formatIsoDate(birth),
    gender,
    bloodType: random.pick(BLOOD_TYPES),
    address: `${random.pick(STREETS)} NO. ${String(random.integer(1, 199))}`,
    rt: padNumber(random.integer(1, 24), 3),
    rw: padNumber(random.integer(1, 18), 3),
    kelurahan: area.kelurahan,
    kecamatan: area.kecamatan,
    city: area.city,
    province: area.province,
    religion: random.pick(RELIGIONS),
    maritalStatus: random.pick(MARITAL_STATUSES),
    occupation: random.pick(OCCUPATIONS),
    nationality: 'WNI',
    validUntil: chooseValidity(birth, issueYear, random),
    placeOfIssue: area.placeName,
    dateOfIssue: formatIsoDate(inventDay(issueYear, random)),
  };
}

function inventBirthDate(random: SpecimenRandom): CalendarDay {
  // One year more than the age of majority: whoever was born in December is of age as well.
  const latest = SPECIMEN_REFERENCE_YEAR - ADULT_AGE_YEARS - 2;
  return inventDay(random.integer(SPECIMEN_REFERENCE_YEAR - OLDEST_AGE_YEARS, latest), random);
}

function inventName(gender: 'MALE' | 'FEMALE', random: SpecimenRandom): string {
  const words: string[] = [random.pick(GIVEN_NAMES[gender]), random.pick(INVENTED_NAMES)];
  if (random.isLucky(0.5)) words.push(random.pick(FAMILY_NAMES));
  return words.join(' ');
}

function chooseValidity(birth: CalendarDay, issueYear: number, random: SpecimenRandom): string {
  const isDated = issueYear <= LAST_DATED_ISSUE_YEAR && random.isLucky(0.7);
  if (!isDated) return 'SEUMUR HIDUP';
  // Such a card ended on a birthday.
  return formatIsoDate(moveToYear(birth, issueYear + DATED_VALIDITY_YEARS));
}
