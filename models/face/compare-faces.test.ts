import { expect, it } from 'vitest';
import { compareFaces } from './compare-faces.js';

const ONE = { a: Float32Array.of(1, 0), b: Float32Array.of(0, 0), strength: 3 };
const OTHER = { a: Float32Array.of(0.6, 0.8), b: Float32Array.of(0, 0.4), strength: 3 };

it('weighs network B more where one of the two is printed on a card', () => {
  const compare = (pair: 'photographs' | 'portraits') =>
    compareFaces(ONE, OTHER, { model: 'fused', pair });
  expect(compare('photographs')).toBeCloseTo(0.6 - 0.3 * 0.4);
  expect(compare('portraits')).toBeCloseTo(0.6 - 0.5 * 0.4);
});

it('compares by one network alone, and not without it', () => {
  expect(compareFaces(ONE, OTHER, { model: 'a', pair: 'portraits' })).toBeCloseTo(0.6);
  expect(compareFaces(ONE, OTHER, { model: 'b', pair: 'portraits' })).toBeCloseTo(-0.4);
  const without = { ...OTHER, b: null };
  expect(() => compareFaces(ONE, without, { model: 'fused', pair: 'portraits' })).toThrow(
    TypeError,
  );
});
