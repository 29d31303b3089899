import { prefixDistance } from './edit-distance.js';

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

/** The label a line begins with; a value may be glued to it. */
export function matchLabel(text: string): LabelMatch | null {
  const letters = foldLabel(text);
  const folded = letters.map(({ letter }) => (letter === 'L' ? 'I' : letter)).join('');
  let best: LabelMatch | null = null;
  for (const label of LABELS) {
    for (const spelling of SPELLINGS[label]) {
      const match = matchSpelling({ text, letters, folded }, spelling);
      if (match !== null && match.distance < (best?.distance ?? Infinity))
        best = { label, ...match };
    }
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

interface Letter {
  readonly letter: string;
  readonly at: number;
}

function foldLabel(text: string): Letter[] {
  return Array.from(text)
    .map((character, at) => ({ letter: foldLetter(character), at }))
    .filter(({ letter }) => /[A-Z]/.test(letter));
}

/** Case says nothing, and l, I, 1 and the bar are one shape here. */
function foldLetter(character: string): string {
  if (/[lI1|]/.test(character)) return 'I';
  return character === '0' ? 'O' : character.toUpperCase();
}

interface FoldedLine {
  readonly text: string;
  readonly letters: readonly Letter[];
  readonly folded: string;
}

function matchSpelling({ text, letters, folded }: FoldedLine, spelling: string) {
  const pattern = spelling.replace(/L/g, 'I');
  const maxDistance = Math.floor(pattern.length / LETTERS_PER_ERROR);
  // What reaches further is too long by more letters than may differ.
  const beginning = folded.slice(0, pattern.length + maxDistance);
  const { distance, end } = prefixDistance(beginning, pattern);
  const last = letters[end - 1];
  if (last === undefined || distance > maxDistance) return null;
  const at = last.at + 1;
  if (pattern.length <= SHORT_LABEL && isInsideWord(text, at)) return null;
  return { distance, end: at };
}

/** `NamaBUDI` is a label with its value; `NAMASTE` and `Namaste` are words. */
function isInsideWord(text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at]];
  return /[A-Za-z]/.test(after) && !(/[a-z]/.test(before) && /[A-Z]/.test(after));
}
