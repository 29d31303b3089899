import type { TextLine } from '../../card/text-line.js';
import type { ReadCharacter } from '../../text/ctc-decode.js';
import type { ScoredStretch } from '../../text/glyph-lattice.js';
import { toReading } from '../../text/line-reading.js';
import { packScores } from '../../text/line-scores.js';

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

const GLYPHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:/-'()";

/**
 * What a recogniser might give the glyphs of a text: each is nearly sure.
 *
 * @param doubts at some places of the text another glyph, and how likely it is there
 */
export function scoresFor(
  text: string,
  doubts: Readonly<Record<number, readonly [glyph: string, probability: number]>> = {},
): ScoredStretch[] {
  const alphabet = Array.from(GLYPHS, (character, at) => ({ character, index: at + 1 }));
  const classes = alphabet.length + 1;
  const steps = 2 * text.length + 1;
  const values = new Float32Array(steps * classes).fill(1e-6);
  for (let step = 0; step < steps; step += 1) {
    const at = (step - 1) / 2;
    const [other, probability] = doubts[at] ?? ['', 0];
    const put = (glyph: string, value: number) => {
      values[step * classes + GLYPHS.indexOf(glyph) + 1] = value;
    };
    if (step % 2 === 0) values[step * classes] = 1;
    else put(text[at] ?? ' ', 0.99 - probability);
    if (probability > 0) put(other, probability);
  }
  const scores = packScores({ values, steps, classes }, alphabet);
  return [{ scores, from: 0, to: 1 }];
}
