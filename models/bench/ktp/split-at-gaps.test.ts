import { expect, it } from 'vitest';
import { splitAtGaps } from './split-at-gaps.js';

function word(text: string, x0: number, x1: number) {
  return { text, confidence: 90, bbox: { x0, y0: 100, x1, y1: 120 } };
}

it('parts a line where columns part and nowhere else', () => {
  const words = [
    word('Nama', 0, 60),
    word(':', 150, 154),
    word('BUDI', 160, 230),
    word('X', 236, 250),
    word('17-08-2012', 400, 520),
  ];
  const lines = splitAtGaps({ words, baseline: { x0: 0, y0: 120, x1: 520, y1: 120 } });
  expect(lines.map(({ text }) => text)).toEqual(['Nama', ': BUDI X', '17-08-2012']);
  expect(lines[1]).toMatchObject({
    confidence: 0.9,
    quad: [
      [150, 100],
      [250, 100],
      [250, 120],
      [150, 120],
    ],
  });
});

it('leans as the baseline does', () => {
  const [line] = splitAtGaps({
    words: [word('A', 0, 50), word('B', 60, 100)],
    baseline: { x0: 0, y0: 120, x1: 200, y1: 140 },
  });
  expect(line?.quad).toEqual([
    [0, 100],
    [100, 110],
    [100, 130],
    [0, 120],
  ]);
});
