import { expect, it } from 'vitest';
import { packScores, toProbability } from './line-scores.js';

const ALPHABET = [
  { index: 2, character: 'A' },
  { index: 3, character: 'B' },
];

it('keeps the blank and the alphabet of every step, to a thirtieth of a nat', () => {
  const values = Float32Array.from([0.2, 0.1, 0.6, 0.1, 1, 0, 0, 0]);
  const { glyphs, levels } = packScores({ values, steps: 2, classes: 4 }, ALPHABET);
  expect(glyphs).toBe('AB');
  const kept = Array.from(levels, toProbability);
  for (const [at, probability] of [0.2, 0.6, 0.1, 1].entries())
    expect(Math.abs(Math.log((kept[at] ?? 0) / probability))).toBeLessThan(0.04);
});

it('takes nothing for impossible', () => {
  const values = Float32Array.from([1, 0, 0, 0]);
  const { levels } = packScores({ values, steps: 1, classes: 4 }, ALPHABET);
  expect(toProbability(levels[1] ?? 0)).toBe(1e-6);
});

it('rounds what can hardly be told from impossible as all else', () => {
  const values = Float32Array.from([1.3e-7, 1.25e-7, 1.2e-7, 1.1e-7]);
  const { levels } = packScores({ values, steps: 1, classes: 4 }, ALPHABET);
  // 254 and 255 sixteenths of a nat part at e^(-254.5 / 16), 1.237e-7.
  expect([...levels]).toEqual([254, 255, 255]);
});
