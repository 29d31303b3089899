import { expect, it } from 'vitest';
import { shrinkGrey } from './shrink-grey.js';

const grey = (rows: readonly (readonly number[])[]) => ({
  width: rows[0]!.length,
  height: rows.length,
  levels: Uint8Array.from(rows.flat()),
});

it('takes the mean of the pixels that each one stands for', () => {
  const picture = grey([
    [0, 100, 20, 20],
    [100, 200, 20, 60],
  ]);
  expect([...shrinkGrey(picture, { width: 2, height: 1 }).levels]).toEqual([100, 30]);
});

it('uses every pixel once where the sides do not divide', () => {
  const picture = grey([[10, 20, 30, 40, 50, 60, 70]]);
  const small = shrinkGrey(picture, { width: 3, height: 1 });
  expect([...small.levels]).toEqual([15, 40, 65]);
});

it('leaves a picture of the size asked for as it is', () => {
  const picture = grey([
    [1, 2],
    [3, 4],
  ]);
  expect(shrinkGrey(picture, picture)).toEqual(picture);
});
