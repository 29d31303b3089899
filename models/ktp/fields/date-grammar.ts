import type { TextGrammar } from '../../text/search-texts.js';
import { isCalendarDay } from './calendar-date.js';

/** First and last year that a date may have. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

const DIGITS = Array.from('0123456789');
const HYPHEN = ['-'];
const NOTHING: readonly string[] = [];
const LENGTH = 'DD-MM-YYYY'.length;

/** Days of the calendar as the card prints them, `DD-MM-YYYY`. */
export function createDateGrammar({ first, last }: Years): TextGrammar {
  return {
    next(beginning) {
      const { length } = beginning;
      if (length === 2 || length === 5) return HYPHEN;
      if (length >= LENGTH) return NOTHING;
      if (length < 2) return DIGITS.filter((digit) => isWithin(beginning + digit, 2, DAYS));
      const part = beginning.slice(length < 5 ? 3 : 6);
      if (length < 5) return DIGITS.filter((digit) => isWithin(part + digit, 2, MONTHS));
      const years = DIGITS.filter((digit) => isWithin(part + digit, 4, { first, last }));
      return length < LENGTH - 1 ? years : years.filter((digit) => isDay(beginning + digit));
    },
    isComplete: (text) => text.length === LENGTH,
  };
}

/** `YYYY-MM-DD` of a whole text. */
export function toIsoDate(text: string): string {
  return [text.slice(6), text.slice(3, 5), text.slice(0, 2)].join('-');
}

const DAYS = { first: 1, last: 31 };
const MONTHS = { first: 1, last: 12 };

/** Whether a number of so many digits that begins so can be in a range. */
function isWithin(beginning: string, digits: number, { first, last }: Years): boolean {
  const scale = 10 ** (digits - beginning.length);
  const least = Number(beginning) * scale;
  return least <= last && least + scale > first;
}

function isDay(text: string): boolean {
  const [year, month, day] = toIsoDate(text).split('-').map(Number);
  return isCalendarDay(year ?? 0, month ?? 0, day ?? 0);
}
