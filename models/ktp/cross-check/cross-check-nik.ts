import type { CrossCheckOutcome, CrossChecks, KtpDetails } from '../../../contract/ktp-details.js';
import type { AreaDirectory } from '../areas/areas.js';
import { findAreas } from '../areas/find-areas.js';
import { hasBirthDate, isPossibleNik, readNikBirth, readNikDistrict } from '../nik/nik.js';
import { successorOf } from '../areas/retired-areas.js';

/**
 * The NIK by itself and against the print. Only a NIK that cannot exist fails: the number stays when
 * its holder moves, and when a date of birth is corrected.
 */
export function crossCheckNik(
  details: KtpDetails,
  areas: AreaDirectory,
): Pick<CrossChecks, 'nikForm' | 'nikBirthDate' | 'nikGender' | 'nikArea'> {
  const { nik, dateOfBirth, gender } = details;
  if (nik === null) return {};
  if (!isPossibleNik(nik)) return { nikForm: 'FAIL' };
  const nikArea = checkArea(nik, details, areas);
  return {
    nikForm: 'PASS',
    ...(dateOfBirth !== null && { nikBirthDate: passIf(hasBirthDate(nik, dateOfBirth)) }),
    ...(gender !== null && { nikGender: passIf(readNikBirth(nik).gender === gender) }),
    ...(nikArea !== null && { nikArea }),
  };
}

/** @returns `null` when the header does not name a listed city */
function checkArea(
  nik: string,
  { province, city }: KtpDetails,
  areas: AreaDirectory,
): CrossCheckOutcome | null {
  const names = {
    province: province === null ? null : { text: province },
    city: city === null ? null : { text: city },
  };
  const printed = findAreas({ ...names, kecamatan: null, kelurahan: null }, areas).city;
  if (printed === null) return null;
  const regency = readNikDistrict(nik).slice(0, 5);
  const today = successorOf(regency) ?? regency;
  return passIf(printed.area.code.startsWith(today));
}

function passIf(isTrue: boolean): CrossCheckOutcome {
  return isTrue ? 'PASS' : 'WARN';
}
