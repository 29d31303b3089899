import type { TextLine } from '../../card/text-line.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import { toReading } from '../../text/line-reading.js';

export function charactersOf(text: string, confidence = 0.99): ReadCharacter[] {
  return Array.from(text).map((character, at) => ({
    character,
    confidence,
    position: (at + 0.5) / text.length,
  }));
}

/** A line 20 px high whose left end and middle are given; letters are 10 px wide. */
export function lineAt(left: number, y: number, text: string): TextLine {
  const width = text.length * 10;
  return {
    box: { centre: { x: left + width / 2, y }, width, height: 20, angle: 0 },
    left,
    right: left + width,
    y,
    height: 20,
    reading: toReading(charactersOf(text)),
  };
}

/** A label and its value, either alone, or both in one line. */
export type CardRow = readonly [label: string | null, value: string | null];

/** Every row of a card, in its order. */
export const ROWS = [
  ['NIK', ': 3171011708900001'],
  ['Nama', ': BUDI CONTOH'],
  ['Tempat/Tgl Lahir', ': JAKARTA, 17-08-1990'],
  ['Jenis Kelamin', ': LAKI-LAKI'],
  ['Alamat', ': JL. CONTOH NO. 1'],
  ['RT/RW', ': 003/007'],
  ['Kel/Desa', ': CONTOH'],
  ['Kecamatan', ': MISAL'],
  ['Agama', ': ISLAM'],
  ['Status Perkawinan', ': KAWIN'],
  ['Pekerjaan', ': GURU'],
  ['Kewarganegaraan', ': WNI'],
  ['Berlaku Hingga', ': SEUMUR HIDUP'],
] as const;

/** Rows of a card 24 px apart. */
export function cardLines(rows: readonly CardRow[]): TextLine[] {
  return rows.flatMap(([label, value], row) => [
    ...(label === null ? [] : [lineAt(100, 100 + row * 24, label)]),
    ...(value === null ? [] : [lineAt(300, 100 + row * 24, value)]),
  ]);
}
