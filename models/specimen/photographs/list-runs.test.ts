import { expect, it } from 'vitest';
import { CARD } from '../card/card-layout.js';
import { listRuns } from './list-runs.js';

const piece = (text: string, left: number, right: number) => ({
  text,
  left: left * CARD.width,
  right: right * CARD.width,
  centreY: 0.4 * CARD.height,
  capHeight: 0.03 * CARD.height,
});

const spans = (row: Parameters<typeof listRuns>[0]) =>
  listRuns(row).map(({ left, right }) => [Number(left.toFixed(3)), Number(right.toFixed(3))]);

it('takes each label for itself and each value with its colon', () => {
  const row = [
    piece('Jenis Kelamin', 0.03, 0.2),
    piece(':', 0.25, 0.255),
    piece('PEREMPUAN', 0.27, 0.4),
    piece('Gol. Darah', 0.5, 0.6),
    piece(':', 0.62, 0.625),
    piece('-', 0.64, 0.65),
  ];
  expect(spans(row)).toEqual([
    [0.03, 0.2],
    [0.25, 0.4],
    [0.5, 0.6],
    [0.62, 0.65],
  ]);
});

it('takes a line without a colon whole, and a blank value as its colon', () => {
  expect(spans([piece('PROVINSI CONTOH', 0.3, 0.7)])).toEqual([[0.3, 0.7]]);
  expect(spans([piece('Gol. Darah', 0.5, 0.6), piece(':', 0.62, 0.625)])).toEqual([
    [0.5, 0.6],
    [0.62, 0.625],
  ]);
});
