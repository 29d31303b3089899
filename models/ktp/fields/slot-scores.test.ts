import { expect, it } from 'vitest';
import type { TextLine } from '../../card/text-line.js';
import { toLattice } from '../../text/glyph-lattice.js';
import { toReading } from '../../text/line-reading.js';
import { scoreText } from '../../text/score-text.js';
import type { Slot } from '../layout/card-slots.js';
import { scoresOf } from './slot-scores.js';
import { charactersOf, lineAt, scoresFor } from '../testing/text-lines.js';

/** A line of one recogniser that tells its scores. */
function scoredLine(text: string): TextLine {
  const scores = scoresFor(text.toUpperCase())[0]?.scores;
  return { ...lineAt(0, 0, text), reading: toReading(charactersOf(text), scores) };
}

function likelihood(slot: Slot, texts: readonly string[], value: string): number {
  const lattice = toLattice(scoresOf(new Map([[slot, texts.map(scoredLine)]])).get(slot) ?? []);
  return lattice === null ? -Infinity : scoreText(lattice, value);
}

it('begins after the label and ends before what follows in the line', () => {
  expect(likelihood('religion', ['Agama : ISLAM'], 'ISLAM')).toBeGreaterThan(-1);
  expect(likelihood('gender', ['LAKI-LAKI Gol. Darah : A'], 'LAKI-LAKI')).toBeGreaterThan(-1);
});

it('goes over the lines of a value', () => {
  expect(likelihood('occupation', ['KARYAWAN', 'SWASTA'], 'KARYAWAN SWASTA')).toBeGreaterThan(-1);
});

it('is nothing where a line has no scores', () => {
  const lines = [scoredLine('KARYAWAN'), lineAt(0, 20, 'SWASTA')];
  expect(scoresOf(new Map([['occupation', lines]])).get('occupation')).toEqual([]);
});
