import { prefixDistance } from '../spelling/edit-distance.js';

/** The labels of the left column, from the top, as rows of the card. */
export const ROWS = [
  'nik',
  'name',
  'birth',
  'gender',
  'address',
  'rtRw',
  'kelurahan',
  'kecamatan',
  'religion',
  'maritalStatus',
  'occupation',
  'nationality',
  'validUntil',
] as const;
export type Row = (typeof ROWS)[number];
/** `bloodType` stands on the gender's row, `province` above the NIK. */
export type Label = Row | 'bloodType' | 'province';

/** Letters of each label's spellings, look-alikes folded as `foldLabel` does. */
const SPELLINGS: Readonly<Record<Label, readonly string[]>> = {
  nik: ['NIK'],
  name: ['NAMA', 'NAMALENGKAP'],
  birth: ['TEMPATTGLLAHIR', 'TEMPATTANGGALLAHIR', 'TEMPATTGLAHIR'],
  gender: ['JENISKELAMIN'],
  address: ['ALAMAT'],
  rtRw: ['RTRW'],
  kelurahan: ['KELDESA', 'KELURAHANDESA', 'DESAKELURAHAN'],
  kecamatan: ['KECAMATAN'],
  religion: ['AGAMA'],
  maritalStatus: ['STATUSPERKAWINAN'],
  occupation: ['PEKERJAAN'],
  nationality: ['KEWARGANEGARAAN'],
  validUntil: ['BERLAKUHINGGA'],
  bloodType: ['GOLDARAH', 'GOLONGANDARAH'],
  province: ['PROVINSI', 'PROPINSI'],
};
const LABELS = [...ROWS, 'bloodType', 'province'] as const;

export interface LabelMatch {
  readonly label: Label;
  /** Letters that differ from the nearest spelling. */
  readonly distance: number;
  /** Index in the text of the first character after the label. */
  readonly end: number;
}

/** One wrong letter in four; none in the three of NIK. */
const LETTERS_PER_ERROR = 4;
/** A short label must end where a word ends, or ALAMAT would be found in ALAMATULLAH. */
const SHORT_LABEL = 6;

interface Spelling {
  readonly label: Label;
  readonly letters: string;
  readonly maxDistance: number;
}

const ALL_SPELLINGS: readonly Spelling[] = LABELS.flatMap((label) =>
  SPELLINGS[label].map((spelling) => ({
    label,
    letters: spelling.replace(/L/g, 'I'),
    maxDistance: Math.floor(spelling.length / LETTERS_PER_ERROR),
  })),
);
const LONGEST_REACH = Math.max(...ALL_SPELLINGS.map(reachOf));

/** The label a line begins with; a value may be glued to it. */
export function matchLabel(text: string): LabelMatch | null {
  const line = foldBeginning(text);
  let best: LabelMatch | null = null;
  for (const spelling of ALL_SPELLINGS) {
    const match = matchSpelling(line, spelling);
    if (match !== null && match.distance < (best?.distance ?? Infinity)) best = match;
  }
  return best;
}

/** Whether a line says which way up the card is: a label, or a word most cards hold. */
export function hasCardWord(text: string): boolean {
  return (
    matchLabel(text) !== null || /KABUPATEN|\bKOTA\b|SEUMUR|LAKI-LAKI|PEREMPUAN|KAWIN/i.test(text)
  );
}

/** Where `Gol. Darah` begins within a line that begins with something else. */
export function findBloodLabel(text: string): number | null {
  for (const { index } of text.matchAll(/G[o0O]/gi)) {
    if (index > 0 && matchLabel(text.slice(index))?.label === 'bloodType') return index;
  }
  return null;
}

interface FoldedLine {
  readonly text: string;
  readonly letters: string;
  /** Index in the text of the first character after each letter. */
  readonly ends: readonly number[];
  /** Letters before each place where a value may begin: after a colon, or a capital after a small letter. */
  readonly beforeValues: readonly number[];
}

/** As many letters as the longest label may have. */
function foldBeginning(text: string): FoldedLine {
  let letters = '';
  const ends: number[] = [];
  let end = 0;
  for (const character of text) {
    end += 1;
    const letter = foldLetter(character);
    if (!/[A-Z]/.test(letter)) continue;
    letters += letter;
    ends.push(end);
    if (ends.length === LONGEST_REACH) break;
  }
  const beginnings = [...text.matchAll(/:|(?<=[a-z])(?=[A-Z])/g)].map(({ index }) => index);
  const beforeValues = beginnings.map((index) => ends.filter((at) => at <= index).length);
  return { text, letters, ends, beforeValues };
}

/** Case says nothing, and l, L, I, 1 and the bar are one shape here. */
function foldLetter(character: string): string {
  if (/[lLI1|]/.test(character)) return 'I';
  return character === '0' ? 'O' : character.toUpperCase();
}

/** What reaches further is too long by more letters than may differ. */
function reachOf({ letters, maxDistance }: Spelling): number {
  return letters.length + maxDistance;
}

function matchSpelling(line: FoldedLine, spelling: Spelling): LabelMatch | null {
  const { label, letters, maxDistance } = spelling;
  const { distance, end } = findEnd(line, spelling);
  const at = line.ends[end - 1];
  if (at === undefined || distance > maxDistance) return null;
  if (letters.length <= SHORT_LABEL && isInsideWord(line.text, at)) return null;
  return { label, distance, end: at };
}

/**
 * Where a value may begin, if the label before it is near enough: where a letter of the label was lost, the
 * value's first would do as well (`Tempat/Tgl Lahi:RIAU`).
 */
function findEnd({ letters, beforeValues }: FoldedLine, spelling: Spelling) {
  const beginning = letters.slice(0, reachOf(spelling));
  for (const count of beforeValues) {
    const found = prefixDistance(beginning.slice(0, count), spelling.letters, spelling.maxDistance);
    if (found.distance <= spelling.maxDistance) return found;
  }
  return prefixDistance(beginning, spelling.letters, spelling.maxDistance);
}

/** `NamaBUDI` is a label with its value; `NAMASTE` and `Namaste` are words. */
function isInsideWord(text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at]];
  return /[A-Za-z]/.test(after) && !(/[a-z]/.test(before) && /[A-Z]/.test(after));
}
