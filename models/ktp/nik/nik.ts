import type { CorrectionReason } from '../../../contract/ktp-details.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import { isCalendarDay } from '../fields/calendar-date.js';
import { foldDigit } from '../spelling/fold-glyphs.js';

const NIK_LENGTH = 16;
/** Women's NIKs carry the day of birth plus this. */
const WOMAN_DAY_OFFSET = 40;

/**
 * The 38 provinces as Kemendagri numbers them, which is what a NIK carries; the statistics office
 * (BPS) numbers them differently.
 */
export const PROVINCE_CODES: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 ' +
    '71 72 73 74 75 76 81 82 91 92 93 94 95 96'
  ).split(' '),
);

export interface NikReading {
  /** 16 digits. */
  readonly nik: string;
  /** Confidence of its weakest digit. */
  readonly confidence: number;
  /** Absent for a reading as it came. */
  readonly reason?: CorrectionReason;
}

/** What the date digits of a NIK say. */
export interface NikBirth {
  /** 1 to 31 in a possible NIK. */
  readonly day: number;
  readonly month: number;
  readonly yearOfCentury: number;
  readonly gender: 'MALE' | 'FEMALE';
}

/**
 * The NIK in a line that was read in its place: look-alikes are folded to digits, what separates
 * is dropped, and nothing is added: other than 16 digits is no NIK.
 */
export function readNik(characters: readonly ReadCharacter[]): NikReading | null {
  const digits = characters
    .filter(({ character }) => !/[\s:;.,'"`~_-]/.test(character))
    .map(({ character, confidence }) => ({ digit: foldDigit(character), confidence }));
  if (digits.length !== NIK_LENGTH) return null;
  if (digits.some(({ digit }) => digit === undefined)) return null;
  return {
    nik: digits.map(({ digit }) => digit).join(''),
    confidence: Math.min(...digits.map(({ confidence }) => confidence)),
  };
}

/**
 * The rules no NIK breaks (PP 37/2007 art. 37): a province code, a real day of birth in some
 * century, a serial that is not 0000. Other codes may be older than today's tables and the date may
 * differ from the printed one, so neither is looked at.
 */
export function isPossibleNik(nik: string): boolean {
  if (!/^\d{16}$/.test(nik) || !PROVINCE_CODES.has(nik.slice(0, 2))) return false;
  const birth = readNikBirth(nik);
  // Both centuries are tried because 29 February exists in 2000 and not in 1900.
  const isDay = [1900, 2000].some((century) =>
    isCalendarDay(century + birth.yearOfCentury, birth.month, birth.day),
  );
  return isDay && nik.slice(12) !== '0000';
}

/** Whether the NIK carries this day of birth, `YYYY-MM-DD`. */
export function hasBirthDate(nik: string, isoDate: string): boolean {
  const { day, month, yearOfCentury } = readNikBirth(nik);
  const [year, isoMonth, isoDay] = isoDate.split('-').map(Number);
  return year !== undefined && year % 100 === yearOfCentury && isoMonth === month && isoDay === day;
}

/** @param nik 16 digits */
export function readNikBirth(nik: string): NikBirth {
  const day = Number(nik.slice(6, 8));
  const isWoman = day > WOMAN_DAY_OFFSET;
  return {
    day: isWoman ? day - WOMAN_DAY_OFFSET : day,
    month: Number(nik.slice(8, 10)),
    yearOfCentury: Number(nik.slice(10, 12)),
    gender: isWoman ? 'FEMALE' : 'MALE',
  };
}

/** The district of first registration as the area list writes it: `31.75.04`. */
export function readNikDistrict(nik: string): string {
  return [nik.slice(0, 2), nik.slice(2, 4), nik.slice(4, 6)].join('.');
}
