import type { PrintedFields } from '../card/printed-fields.js';
import type { SpecimenRandom } from '../specimen-random.js';

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
/** Glyphs that are mistaken for each other, so that no word tells which one it is. */
const LOOK_ALIKES = 'I1L0OQDB8S5Z2G6CUVVYWMNAERKHTFP7J4';
const THIN_SIGNS = ["'", '.', ',', '-', '/', '(', ')', "'", '.', ' '];

/**
 * Values that are no words, in the places of those that are free text: a recogniser that has seen
 * only real names and places guesses them where it cannot read them.
 */
export function scrambleFields(fields: PrintedFields, random: SpecimenRandom): PrintedFields {
  const scramble = (value: string) => (random.isLucky(0.7) ? scrambleText(value, random) : value);
  const nik = Array.from({ length: 16 }, () => pickGlyph(DIGITS, random)).join('');
  return {
    ...fields,
    nik,
    name: scramble(fields.name),
    birthPlace: scramble(fields.birthPlace),
    birthDate: scrambleDigits(fields.birthDate, random),
    address: scramble(fields.address),
    rtRw: scrambleDigits(fields.rtRw, random),
    kelurahan: scramble(fields.kelurahan),
    kecamatan: scramble(fields.kecamatan),
    occupation: scramble(fields.occupation),
    religion: random.isLucky(0.3) ? scrambleText(fields.religion, random) : fields.religion,
    province: scramble(fields.province),
    city: scramble(fields.city),
    issuedAt: scramble(fields.issuedAt),
    issuedOn: scrambleDigits(fields.issuedOn, random),
  };
}

function scrambleDigits(value: string, random: SpecimenRandom): string {
  return value.replaceAll(/\d/g, () => pickGlyph(DIGITS, random));
}

/** About as long as the value, in words of one to twelve glyphs. */
function scrambleText(value: string, random: SpecimenRandom): string {
  const alphabet = random.pick([CAPITALS, CAPITALS, LOOK_ALIKES, CAPITALS + DIGITS, DIGITS]);
  const length = Math.max(value.length + random.integer(-6, 6), 2);
  let text = '';
  while (text.length < length) {
    const letters = Array.from({ length: random.integer(1, 12) }, () =>
      pickGlyph(alphabet, random),
    );
    const isJoined = random.isLucky(0.25);
    text += letters.join('') + (isJoined ? random.pick(THIN_SIGNS) : ' ');
  }
  return text.replace(/^[^A-Z0-9]+|[^A-Z0-9.)]+$/g, '').replaceAll(/ {2,}/g, ' ');
}

function pickGlyph(alphabet: string, random: SpecimenRandom): string {
  return alphabet.charAt(random.integer(0, alphabet.length - 1));
}
