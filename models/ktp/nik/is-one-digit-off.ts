import type { KtpDetails } from '../../../contract/ktp-details.js';
import { hasBirthDate, isPossibleNik, readNikBirth } from './nik.js';

/** First digit of the date. */
const DATE = 6;
/**
 * First digit of the serial, which is not looked at: of serials 0001 to 0009 whose last digit was blotted
 * (432 pictures of 72 drawn cards of the tune split, 2026-11-23) none was read as 0000.
 */
const SERIAL = 12;

/**
 * Whether one misread digit may be why the province or the date of a NIK cannot exist: with another one
 * there it could, and its date would be the printed one. A speck of dirt makes other digits of digits, of
 * which readers are as sure as of clean ones. The printed province says nothing: holders move.
 */
export function isOneDigitOff({
  nik,
  dateOfBirth,
  gender,
}: Pick<KtpDetails, 'nik' | 'dateOfBirth' | 'gender'>): boolean {
  if (nik === null) return false;
  const agrees = (other: string) =>
    (dateOfBirth === null || hasBirthDate(other, dateOfBirth)) &&
    (gender === null || readNikBirth(other).gender === gender);
  return Array.from(nik.slice(0, SERIAL)).some((_, at) =>
    Array.from('0123456789').some((digit) => {
      const other = nik.slice(0, at) + digit + nik.slice(at + 1);
      return isPossibleNik(other) && (at < DATE || agrees(other));
    }),
  );
}
