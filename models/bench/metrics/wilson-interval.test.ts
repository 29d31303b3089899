import { expect, it } from 'vitest';
import { intervalOf } from './wilson-interval.js';

it('is narrow with many cases and wide with few', () => {
  const { low, high } = intervalOf(50, 100);
  expect(low).toBeCloseTo(0.404, 3);
  expect(high).toBeCloseTo(0.596, 3);
  expect(intervalOf(500, 1000).low).toBeGreaterThan(low);
});

it('says that all of a few may still be fewer than all', () => {
  const { low, high } = intervalOf(10, 10);
  expect(low).toBeCloseTo(0.722, 3);
  expect(high).toBe(1);
  expect(intervalOf(0, 0)).toEqual({ low: 0, high: 1 });
});
