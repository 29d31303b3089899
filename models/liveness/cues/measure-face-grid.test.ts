import { describe, expect, it } from 'vitest';
import type { RasterImage } from '../../image/raster-image.js';
import { createRandom } from '../../specimen/specimen-random.js';
import { measureFaceGrid } from './measure-face-grid.js';

const SIDE = 400;
const box = { left: 100, top: 100, width: 200, height: 200 };

/** Skin with grain, and what `paint` adds to its light. */
function drawSkin(paint: (x: number, y: number) => number): RasterImage {
  const random = createRandom(3, 'grain');
  const skin = [190, 140, 115];
  const data = new Uint8Array(SIDE * SIDE * 3);
  for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
    const grain = random.between(-8, 8);
    for (let channel = 0; channel < 3; channel += 1) {
      const level = (skin[channel] ?? 0) + grain;
      data[pixel * 3 + channel] = level + paint(pixel % SIDE, Math.floor(pixel / SIDE));
    }
  }
  return { width: SIDE, height: SIDE, data };
}

const plain = drawSkin(() => 0);

describe('measureFaceGrid', () => {
  it('finds the points of a display and none in grain', () => {
    const grid = drawSkin((x, y) => 10 * Math.cos(x * 1.9) + 10 * Math.cos(y * 1.9));
    expect(measureFaceGrid(grid, box)).toBeGreaterThan(100);
    expect(measureFaceGrid(plain, box)).toBeLessThan(30);
  });

  it('says nothing about a picture that is too small', () => {
    const small = { width: 60, height: 60, data: new Uint8Array(60 * 60 * 3) };
    expect(measureFaceGrid(small, { left: 10, top: 10, width: 40, height: 40 })).toBe(0);
  });
});
