import { expect, it } from 'vitest';
import { copyPixelOf } from './copy-pixel.js';

const picture = {
  width: 2,
  height: 2,
  data: Uint8Array.from([0, 0, 0, 100, 10, 0, 200, 20, 0, 100, 30, 8]),
};

function pixelAt(x: number, y: number): number[] {
  const data = new Uint8Array(6);
  copyPixelOf(picture)({ x, y }, data, 3);
  return [...data.subarray(3)];
}

it('mixes the four pixels around a place', () => {
  expect(pixelAt(0, 0)).toEqual([0, 0, 0]);
  expect(pixelAt(0.5, 0.5)).toEqual([100, 15, 2]);
});

it('goes on with the edge beyond the picture', () => {
  expect(pixelAt(-5, -5)).toEqual([0, 0, 0]);
  expect(pixelAt(-3, 9)[0]).toBeGreaterThan(195);
});
