import { expect, it } from 'vitest';
import { standardiseGrey } from './standardise-grey.js';

it('gives mean 0 and deviation 1 whatever the light', () => {
  const picture = { width: 2, height: 2, levels: Uint8Array.from([10, 50, 90, 130]) };
  const brighter = { ...picture, levels: picture.levels.map((level) => level + 100) };
  const values = standardiseGrey(picture);
  expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
  expect(values.reduce((sum, value) => sum + value * value, 0) / 4).toBeCloseTo(1, 5);
  expect(standardiseGrey(brighter)).toEqual(values);
});

it('keeps noise on blank paper small', () => {
  const blank = { width: 2, height: 1, levels: Uint8Array.from([200, 202]) };
  expect([...standardiseGrey(blank)].every((value) => Math.abs(value) < 0.2)).toBe(true);
});

it('lays the picture in the upper left of a larger plane, and cuts what is too wide', () => {
  const picture = { width: 3, height: 1, levels: Uint8Array.from([0, 100, 200]) };
  const values = standardiseGrey(picture, { width: 2, height: 2 });
  expect(values[0]).toBeLessThan(0);
  expect(values[1]).toBeCloseTo(0, 5);
  expect([values[2], values[3]]).toEqual([0, 0]);
});
