import { expect, it } from 'vitest';
import type { Quad } from '../../image/homography.js';
import { chooseOutline } from './choose-outline.js';

const quad = (left: number, top = 50): Quad => [
  { x: left, y: top },
  { x: left + 400, y: top },
  { x: left + 400, y: top + 250 },
  { x: left, y: top + 250 },
];

it('takes what the locator sees where the print does not contradict it', () => {
  expect(chooseOutline(quad(100), quad(130))).toEqual(quad(100));
});

it('takes what the print says where the locator is far off', () => {
  expect(chooseOutline(quad(100), quad(200))).toEqual(quad(200));
  expect(chooseOutline(quad(100), quad(100, 200))).toEqual(quad(100, 200));
});

it('takes the one that there is', () => {
  expect(chooseOutline(null, quad(200))).toEqual(quad(200));
  expect(chooseOutline(quad(100), null)).toEqual(quad(100));
  expect(chooseOutline(null, null)).toBeNull();
});
