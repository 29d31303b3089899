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

/** Capital letters and digits of a text. */
export function lettersOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
