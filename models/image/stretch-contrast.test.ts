import { expect, it } from 'vitest';
import { stretchContrast } from './stretch-contrast.js';

/** A row of grey pixels. */
function row(levels: readonly number[]) {
  return {
    width: levels.length,
    height: 1,
    data: Uint8Array.from(levels.flatMap((l) => [l, l, l])),
  };
}

it('spreads the levels of a dark picture over the whole range', () => {
  const { data } = stretchContrast(row(Array.from({ length: 101 }, (_, index) => 20 + index / 2)));
  expect(Math.min(...data)).toBeLessThan(20);
  expect(Math.max(...data)).toBeGreaterThan(235);
});

it('leaves a picture alone that has all levels, and does not make grain of an even one', () => {
  const full = row(Array.from({ length: 256 }, (_, level) => level));
  expect(stretchContrast(full)).toBe(full);
  const grain = row(Array.from({ length: 100 }, (_, index) => 100 + (index % 3)));
  const { data } = stretchContrast(grain);
  expect(Math.max(...data) - Math.min(...data)).toBe(12);
});
