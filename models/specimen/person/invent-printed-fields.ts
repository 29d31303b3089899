import type { PrintedFields } from '../card/printed-fields.js';
import { OCCUPATIONS } from '../../ktp/spelling/occupations.js';
import { SPECIMEN_REFERENCE_YEAR } from '../invent-details.js';
import { pickArea, pickPlaceName, type AreaTable } from '../specimen-area.js';
import { createRandom, type SpecimenRandom } from '../specimen-random.js';
import {
  formatCardDate,
  inventDay,
  moveToYear,
  padNumber,
  type CalendarDay,
} from './calendar-day.js';
import { composeNik } from './compose-nik.js';
import { inventAddress } from './invent-address.js';
import { inventForeigner } from './invent-foreigner.js';
import { inventName } from './invent-name.js';

/** The longest village of the table has 44 characters: such names are squeezed. */
const LONG_NAME = /^[A-Z][A-Z0-9 '()./-]{2,43}$/;
const FOREIGNER_SHARE = 0.03;
const MOVED_SHARE = 0.25;

/** The holder of a card of the generator, with all that real cards have and demos do without. */
export function inventPrintedFields(seed: number, areas: AreaTable): PrintedFields {
  const random = createRandom(seed, 'printed-fields');
  const gender = random.pick(['MALE', 'FEMALE'] as const);
  const area = pickArea(areas, random, LONG_NAME);
  const birth = inventDay(random.integer(1942, 2007), random);
  const issued = inventDay(
    random.integer(Math.max(2011, birth.year + 18), SPECIMEN_REFERENCE_YEAR - 1),
    random,
  );
  const origin = random.isLucky(MOVED_SHARE) ? pickArea(areas, random) : area;
  const citizen: PrintedFields = {
    nik: composeNik(origin.nikPrefix, birth, gender, random),
    name: inventName(gender, random),
    birthPlace: inventBirthPlace(origin.placeName, areas, random),
    birthDate: formatCardDate(birth),
    gender: gender === 'FEMALE' ? 'PEREMPUAN' : 'LAKI-LAKI',
    bloodType: random.pick(['A', 'B', 'AB', 'O', 'O', '-', '-', '-', '']),
    address: random.isLucky(0.02) ? '-' : inventAddress(random),
    rtRw: inventRtRw(random),
    kelurahan: area.kelurahan,
    kecamatan: area.kecamatan,
    religion: random.pick(RELIGIONS),
    maritalStatus: random.pick(['BELUM KAWIN', 'KAWIN', 'KAWIN', 'CERAI HIDUP', 'CERAI MATI']),
    occupation: random.pick(OCCUPATIONS),
    citizenship: 'WNI',
    validUntil: inventValidity(birth, issued, random),
    province: area.province,
    city: area.city,
    issuedAt: area.placeName,
    issuedOn: formatCardDate(issued),
  };
  return random.isLucky(FOREIGNER_SHARE) ? inventForeigner(citizen, issued, random) : citizen;
}

/** A regency's name, or a village's that no table of regencies has. */
function inventBirthPlace(home: string, areas: AreaTable, random: SpecimenRandom): string {
  if (random.isLucky(0.5)) return home;
  if (random.isLucky(0.6)) return pickPlaceName(areas, random);
  return pickArea(areas, random).kecamatan;
}

const RELIGIONS = [
  ...Array.from({ length: 8 }, () => 'ISLAM'),
  'KRISTEN',
  'KRISTEN',
  'KATOLIK',
  'KATOLIK',
  'KATHOLIK',
  'HINDU',
  'HINDU',
  'BUDHA',
  'BUDDHA',
  'KONGHUCU',
  'KHONGHUCU',
  'KEPERCAYAAN TERHADAP TUHAN YME',
  'KEPERCAYAAN TERHADAP TUHAN YANG MAHA ESA',
] as const;

function inventRtRw(random: SpecimenRandom): string {
  if (random.isLucky(0.02)) return '-';
  if (random.isLucky(0.04)) return '000/000';
  return `${padNumber(random.integer(1, 38), 3)}/${padNumber(random.integer(1, 24), 3)}`;
}

/** The law made cards of citizens valid for life; those issued before carry a date. */
function inventValidity(birth: CalendarDay, issued: CalendarDay, random: SpecimenRandom): string {
  const isDated = issued.year <= 2014 && random.isLucky(0.7);
  return isDated ? formatCardDate(moveToYear(birth, issued.year + 5)) : 'SEUMUR HIDUP';
}
