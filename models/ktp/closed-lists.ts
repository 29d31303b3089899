import { editDistance } from './edit-distance.js';

export const GENDERS = ['LAKI-LAKI', 'PEREMPUAN'] as const;

/** Spellings seen on cards; the belief entry since ruling 97/PUU-XIV/2016. */
export const RELIGIONS = [
  'ISLAM',
  'KRISTEN',
  'KATOLIK',
  'KATHOLIK',
  'HINDU',
  'BUDHA',
  'BUDDHA',
  'KONGHUCU',
  'KHONGHUCU',
  'KEPERCAYAAN TERHADAP TUHAN YME',
  'KEPERCAYAAN TERHADAP TUHAN YANG MAHA ESA',
] as const;

/** On the card; the family register's finer values (Permendagri 118/2017) fold onto them. */
const MARITAL_STATUSES: Readonly<Record<string, string>> = {
  'BELUM KAWIN': 'BELUM KAWIN',
  KAWIN: 'KAWIN',
  'KAWIN TERCATAT': 'KAWIN',
  'KAWIN BELUM TERCATAT': 'KAWIN',
  'CERAI HIDUP': 'CERAI HIDUP',
  'CERAI HIDUP TERCATAT': 'CERAI HIDUP',
  'CERAI HIDUP BELUM TERCATAT': 'CERAI HIDUP',
  'CERAI MATI': 'CERAI MATI',
};

export const PRINTED_MARITAL_STATUSES: readonly string[] = Object.keys(MARITAL_STATUSES);

/** The card's status for a printed one; one that is not in the list stays as it is. */
export function toMaritalStatus(printed: string): string {
  return MARITAL_STATUSES[printed] ?? printed;
}

/**
 * What foreigners' cards print, which is in English. No such card and no list of its words was at
 * hand: these are the plain translations, and only on a card whose holder is no citizen.
 */
export const ENGLISH_WORDS = {
  gender: ['MALE', 'FEMALE'],
  religion: ['CHRISTIAN', 'PROTESTANT', 'CATHOLIC', 'BUDDHIST', 'CONFUCIAN'],
  maritalStatus: ['SINGLE', 'NOT MARRIED', 'MARRIED', 'DIVORCED', 'WIDOWED'],
} as const;

export interface Snap {
  readonly value: string;
  /** Letters that differ from what was read; 0 for an exact reading. */
  readonly distance: number;
}

/** At most one wrong letter in five. */
const LETTERS_PER_ERROR = 5;

/**
 * The entry that was meant, by letters and digits alone, or `null` when none is close or two are
 * equally close: what was read then stays as it is.
 */
export function snapToList(text: string, list: readonly string[]): Snap | null {
  const wanted = lettersOf(text);
  const exact = list.find((value) => lettersOf(value) === wanted);
  if (exact !== undefined) return { value: exact, distance: 0 };
  // A letter is misread more often than one is lost: BUDOHA is BUDDHA and not BUDHA.
  const lengthGap = (value: string) => Math.abs(lettersOf(value).length - wanted.length);
  const ranked = list
    .map((value) => ({ value, distance: editDistance(wanted, lettersOf(value)) }))
    .sort((a, b) => a.distance - b.distance || lengthGap(a.value) - lengthGap(b.value));
  const [best, second] = ranked;
  if (best === undefined) return null;
  if (best.distance > Math.floor(lettersOf(best.value).length / LETTERS_PER_ERROR)) return null;
  const isTied =
    best.distance === second?.distance && lengthGap(best.value) === lengthGap(second.value);
  return best.distance > 0 && isTied ? null : best;
}

/** Capital letters and digits of a text. */
export function lettersOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
