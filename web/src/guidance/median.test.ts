import { expect, it } from 'vitest';
import { median } from './median.js';

it('is the middle value by size, the upper one of two', () => {
  expect(median([30, 4, 100])).toBe(30);
  expect(median([4, 100, 30, 7])).toBe(30);
  expect(median([])).toBeUndefined();
});

it('leaves the values as they are', () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});
