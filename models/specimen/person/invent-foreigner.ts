import type { PrintedFields } from '../card/printed-fields.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { formatCardDate, moveToYear, type CalendarDay } from './calendar-day.js';

const COUNTRIES = [
  'MALAYSIA',
  'JAPAN',
  'AUSTRALIA',
  'NETHERLANDS',
  'INDIA',
  'SOUTH KOREA',
  'GERMANY',
  'UNITED STATES',
  'CHINA',
  'SINGAPORE',
] as const;
const NAMES = [
  'TANAKA HIROSHI',
  'JAN DE VRIES',
  'PRIYA SHARMA',
  'KIM MIN-JUN',
  'ANNA MEYER-WEBER',
  'JOHN A. WHITFIELD',
  'LIM WEI LING',
  "SEAN O'CONNELL",
  'NOOR AZLINA BINTI YUSOF',
  'EMMA CLARKE',
] as const;

/** The orange card of a foreigner with a permit of stay: English words and a date of expiry. */
export function inventForeigner(
  card: PrintedFields,
  issued: CalendarDay,
  random: SpecimenRandom,
): PrintedFields {
  return {
    ...card,
    name: random.pick(NAMES),
    gender: card.gender === 'PEREMPUAN' ? 'FEMALE' : 'MALE',
    religion: random.pick(['ISLAM', 'CHRISTIAN', 'CATHOLIC', 'HINDU', 'BUDDHIST']),
    maritalStatus: random.pick(['SINGLE', 'MARRIED', 'DIVORCED']),
    occupation: random.pick(['TEACHER', 'ENTREPRENEUR', 'HOUSEWIFE', 'CONSULTANT', 'ENGINEER']),
    citizenship: random.pick(COUNTRIES),
    validUntil: formatCardDate(moveToYear(issued, issued.year + 5)),
  };
}
