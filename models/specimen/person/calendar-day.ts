import type { SpecimenRandom } from '../specimen-random.js';

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function inventDay(year: number, random: SpecimenRandom): CalendarDay {
  const month = random.integer(1, 12);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { year, month, day: random.integer(1, daysInMonth) };
}

/** The same day of another year; 29 February has none in most years. */
export function moveToYear({ month, day }: CalendarDay, year: number): CalendarDay {
  return { year, month, day: month === 2 && day === 29 ? 28 : day };
}

export function formatIsoDate({ year, month, day }: CalendarDay): string {
  return `${String(year)}-${padNumber(month, 2)}-${padNumber(day, 2)}`;
}

/** As the card prints it. */
export function formatCardDate({ year, month, day }: CalendarDay): string {
  return `${padNumber(day, 2)}-${padNumber(month, 2)}-${String(year)}`;
}

export function padNumber(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
