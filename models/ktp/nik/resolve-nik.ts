import type { CorrectionReason } from '../../../contract/ktp-details.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { AreaDirectory } from '../areas/areas.js';
import { pickDigits } from '../spelling/fold-glyphs.js';
import { alignNik, type NikColumn, type SeenDigit } from './nik-columns.js';
import {
  hasBirthDate,
  isPossibleNik,
  readNikBirth,
  readNikDistrict,
  type NikReading,
} from './nik.js';
import { textOf } from '../fields/read-value.js';
import { successorOf } from '../areas/retired-areas.js';

/** What else the card says about its NIK. */
export interface NikHints {
  /** The readings of the printed date of birth, ISO. */
  readonly datesOfBirth: readonly string[];
  readonly gender: 'MALE' | 'FEMALE' | null;
  /** Dotted code of the deepest area of the address that was recognised, or `null`. */
  readonly area: string | null;
  readonly areas: Pick<AreaDirectory, 'has'>;
}

/**
 * Nats by which evidence outweighs glyphs, of nats by which a reader prefers one glyph: a digit it
 * gives 0.98 against one of 0.02 is 3.9 surer. So evidence decides where a reader wavers or two
 * differ, and never against a place that both saw clearly: the law allows a NIK that differs from
 * the print.
 */
const BONUS = { possible: 4, date: 3, gender: 1, district: 3, regency: 2, known: 1 } as const;
/** Digits tried for a place: 4^6 combinations are a millisecond, and a fifth is noise. */
const MOST_SEEN = 4;
/** Any digit, where the others of a NIK are looked at. */
const NEUTRAL = { area: '310101', date: '010101', serial: '0001' } as const;

/**
 * The NIK that its readers saw. In each place stands one of the digits seen there; the printed date
 * and sex arbitrate among those of the date, the address among those of the area, and nothing but
 * the glyphs among those of the serial.
 *
 * @param readings of the same line, the more exact reader first
 * @returns `null` when 16 places were not seen
 */
export function resolveNik(
  readings: readonly (readonly ReadCharacter[])[],
  hints: NikHints,
): NikReading | null {
  const columns = alignNik(readings);
  if (columns === null) return null;
  const parts = [
    choosePart(columns.slice(0, 6), (digits) => weighArea(digits, hints)),
    choosePart(columns.slice(6, 12), (digits) => weighDate(digits, hints)),
    choosePart(columns.slice(12), (digits) => (digits === '0000' ? 0 : BONUS.possible)),
  ];
  const chosen = parts.flat();
  const nik = chosen.map(({ digit }) => digit).join('');
  return {
    nik,
    confidence: Math.min(...chosen.map(({ confidence }) => confidence)),
    reason: explainChoice(nik, columns, textOf(readings[0] ?? [])),
  };
}

function explainChoice(nik: string, columns: readonly NikColumn[], raw: string): CorrectionReason {
  const overruled = columns.findIndex(([surest], at) => surest?.digit !== nik[at]);
  if (overruled >= 0) return overruled < 6 ? 'CHOSEN_BY_AREA' : 'CHOSEN_BY_DATE';
  if (raw.replace(/\D/g, '') === nik) return 'AS_READ';
  return pickDigits(raw) === nik ? 'LOOK_ALIKE' : 'CHOSEN';
}

/** The combination of seen digits with the most weight. */
function choosePart(
  columns: readonly NikColumn[],
  weigh: (digits: string) => number,
): readonly SeenDigit[] {
  let combinations: { readonly digits: readonly SeenDigit[]; readonly glyphs: number }[] = [
    { digits: [], glyphs: 0 },
  ];
  for (const column of columns) {
    combinations = combinations.flatMap(({ digits, glyphs }) =>
      column.slice(0, MOST_SEEN).map((seen) => ({
        digits: [...digits, seen],
        glyphs: glyphs + Math.log(Math.max(seen.confidence, 1e-6)),
      })),
    );
  }
  let best: { readonly digits: readonly SeenDigit[]; readonly weight: number } | null = null;
  for (const { digits, glyphs } of combinations) {
    const weight = glyphs + weigh(digits.map(({ digit }) => digit).join(''));
    if (best === null || weight > best.weight) best = { digits, weight };
  }
  return best?.digits ?? [];
}

function weighDate(digits: string, { datesOfBirth, gender }: NikHints): number {
  const nik = NEUTRAL.area + digits + NEUTRAL.serial;
  if (!isPossibleNik(nik)) return 0;
  const isDate = datesOfBirth.some((date) => hasBirthDate(nik, date));
  return (
    BONUS.possible +
    (isDate ? BONUS.date : 0) +
    (gender === readNikBirth(nik).gender ? BONUS.gender : 0)
  );
}

function weighArea(digits: string, { area, areas }: NikHints): number {
  const nik = digits + NEUTRAL.date + NEUTRAL.serial;
  if (!isPossibleNik(nik)) return 0;
  const district = readNikDistrict(nik);
  const regency = district.slice(0, 5);
  const successor = successorOf(regency);
  const isKnown = successor !== null || areas.has(district);
  const isNear = area?.startsWith(successor ?? regency) ?? false;
  const isSame = area?.startsWith(district) ?? false;
  return (
    BONUS.possible +
    (isKnown ? BONUS.known : 0) +
    (isNear ? BONUS.regency : 0) +
    (isSame ? BONUS.district : 0)
  );
}
