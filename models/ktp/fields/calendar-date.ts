import { foldDigits } from '../spelling/fold-glyphs.js';

/** Whether the day exists in the Gregorian calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  // Day 0 of the next month is the last of this one.
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export interface PrintedDate {
  /** `YYYY-MM-DD`. */
  readonly iso: string;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** Earliest and latest years a card can name: the oldest holders, and five years' validity. */
const YEARS = { min: 1900, max: 2099 };
const DIGIT = '[0-9OoDQIil|!ZSsbGTBgq?]';
const DATE = new RegExp(
  `(${DIGIT}{2})\\s?[-.,/:~_ ]?\\s?(${DIGIT}{2})\\s?[-.,/:~_ ]?\\s?(${DIGIT}{4})(?![0-9])`,
  'g',
);

/** The last `DD-MM-YYYY` in a text that is a real day; hyphens may be misread or missing. */
export function findDate(text: string): PrintedDate | null {
  let found: PrintedDate | null = null;
  for (const match of text.matchAll(DATE)) {
    const [day, month, year] = match.slice(1).map((part) => Number(foldDigits(part)));
    if (day === undefined || month === undefined || year === undefined) continue;
    if (year < YEARS.min || year > YEARS.max || !isCalendarDay(year, month, day)) continue;
    const iso = [String(year), pad(month), pad(day)].join('-');
    found = { iso, start: match.index, end: match.index + match[0].length };
  }
  return found;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
