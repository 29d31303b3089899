import type { SpecimenRandom } from '../specimen-random.js';
import { padNumber, type CalendarDay } from './calendar-day.js';

const WOMAN_DAY_OFFSET = 40;

/** A NIK that nobody has: serials count the people of one district, sex and birthday. */
export function composeNik(
  prefix: string,
  birth: CalendarDay,
  gender: 'MALE' | 'FEMALE',
  random: SpecimenRandom,
): string {
  const day = birth.day + (gender === 'FEMALE' ? WOMAN_DAY_OFFSET : 0);
  const date = [day, birth.month, birth.year % 100].map((part) => padNumber(part, 2)).join('');
  // No district comes near 9000 on one day.
  return `${prefix}${date}${padNumber(random.integer(9000, 9999), 4)}`;
}
