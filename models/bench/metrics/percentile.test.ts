import { describe, expect, it } from 'vitest';
import { percentile } from './percentile.js';

describe('a percentile', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => 20 - index);

  it.each([
    [twenty, 0.5, 10],
    [twenty, 0.95, 19],
    [twenty, 1, 20],
    [[4, 2], 0.5, 2],
    [[7], 0.95, 7],
    [[], 0.5, 0],
  ])('of %j at %d is the nearest rank', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});
