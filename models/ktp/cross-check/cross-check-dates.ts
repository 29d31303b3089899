import type { CrossChecks, KtpDetails } from '../../../contract/ktp-details.js';
import type { IndonesianDay } from './indonesian-day.js';

/** A card is issued from this age, or to the married. */
const ADULT_YEARS = 17;
/** The electronic card was first issued in 2011. */
const FIRST_ISSUE = '2011-01-01';
/** Dated cards ended on a birthday this many years after the year of issue. */
const VALIDITY_YEARS = 5;

/**
 * The card's dates against each other and today. None fails: what does not fit is a misreading or
 * an exception of the registry. An age is reached when it is reached in all of the country, a card is past or of
 * the future when it is so everywhere.
 */
export function crossCheckDates(
  details: KtpDetails,
  today: IndonesianDay,
): Pick<CrossChecks, 'issueDate' | 'validity' | 'age' | 'nationality'> {
  const { dateOfBirth, dateOfIssue, nationality, validUntil } = details;
  const isOfAge = dateOfBirth !== null && addYears(dateOfBirth, ADULT_YEARS) <= today.west;
  return {
    ...(dateOfIssue !== null && {
      issueDate: isIssueDate(dateOfIssue, details, today) ? 'PASS' : 'WARN',
    }),
    ...(validUntil !== null && { validity: isValidity(validUntil, details) ? 'PASS' : 'WARN' }),
    ...(dateOfBirth !== null && { age: isOfAge ? 'PASS' : 'WARN' }),
    ...(nationality !== null &&
      validUntil !== null && {
        nationality: isHoldersValidity(nationality, validUntil, today) ? 'PASS' : 'WARN',
      }),
  };
}

function isIssueDate(issued: string, { dateOfBirth }: KtpDetails, today: IndonesianDay): boolean {
  const isAdult = dateOfBirth === null || addYears(dateOfBirth, ADULT_YEARS) <= issued;
  return issued >= FIRST_ISSUE && issued <= today.east && isAdult;
}

/** Foreigners' cards end with their permit, on any day. */
function isValidity(
  validUntil: string,
  { dateOfBirth, dateOfIssue, nationality }: KtpDetails,
): boolean {
  if (validUntil === 'SEUMUR HIDUP') return true;
  if (dateOfIssue !== null && validUntil <= dateOfIssue) return false;
  if (nationality !== null && nationality !== 'WNI') return true;
  const isBirthday = dateOfBirth === null || isSameDayOfYear(validUntil, dateOfBirth);
  const years = dateOfIssue === null ? VALIDITY_YEARS : yearOf(validUntil) - yearOf(dateOfIssue);
  return isBirthday && years === VALIDITY_YEARS;
}

/** Citizens' cards are valid for life whatever date they show. */
function isHoldersValidity(nationality: string, validUntil: string, today: IndonesianDay): boolean {
  return nationality === 'WNI' || (validUntil !== 'SEUMUR HIDUP' && validUntil >= today.west);
}

/** Born on 29 February, a card may end on the 28th or on 1 March. */
function isSameDayOfYear(date: string, birth: string): boolean {
  const day = date.slice(5);
  return day === birth.slice(5) || (birth.endsWith('02-29') && /^02-28|^03-01/.test(day));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Compares as text: 29 February in a common year comes before 1 March. */
function addYears(date: string, years: number): string {
  return String(yearOf(date) + years) + date.slice(4);
}
