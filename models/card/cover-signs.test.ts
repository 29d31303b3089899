import { describe, expect, it } from 'vitest';
import type { RasterImage } from '../image/raster-image.js';
import { findPaper, measureBlocks } from './card-blocks.js';
import { findGlare } from './find-glare.js';
import { findObstruction } from './find-obstruction.js';
import { measureCoverage } from './measure-coverage.js';
import { STRAIGHT_CARD } from './straighten-card.js';
import { all, box, CARD, disc, paint, SKIN, WHITE, INK } from './testing/paint.js';

const { width, height } = STRAIGHT_CARD;
/** The row at half height, from the values' column to the portrait. */
const ROW = { left: 0.25 * width, right: 0.7 * width, top: 0.48 * height, bottom: 0.53 * height };

function coverRow(card: RasterImage, find: typeof findGlare): number {
  const blocks = measureBlocks(card);
  return measureCoverage(blocks, find(blocks, findPaper(blocks)), ROW);
}

describe('glare', () => {
  it('hides the share of a row that a reflection takes', () => {
    const card = paint(STRAIGHT_CARD, ...CARD, disc(0.4, 0.5, 0.1, WHITE));
    expect(coverRow(card, findGlare)).toBeCloseTo(0.2 / 0.45, 1);
    expect(coverRow(card, findObstruction)).toBe(0);
  });

  it('counts neither paper nor a reflection through which ink shows', () => {
    expect(coverRow(paint(STRAIGHT_CARD, ...CARD), findGlare)).toBe(0);
    const lit = paint(STRAIGHT_CARD, ...CARD, (x, y) =>
      Math.floor(x) % 5 < 2 && y > 0.2 * height ? null : [252, 253, 254],
    );
    expect(coverRow(lit, findGlare)).toBe(0);
  });

  it('is not told from paper that is white itself', () => {
    const white = paint(STRAIGHT_CARD, all([250, 250, 250]), disc(0.4, 0.5, 0.1, WHITE));
    expect(coverRow(white, findGlare)).toBe(0);
  });
});

describe('obstruction', () => {
  it('hides the share of a row that a finger or something black takes', () => {
    const finger = paint(STRAIGHT_CARD, ...CARD, box([0.2, 0.4, 0.4, 1], SKIN));
    expect(coverRow(finger, findObstruction)).toBeCloseTo(0.15 / 0.45, 1);
    const pen = paint(STRAIGHT_CARD, ...CARD, box([0.4, 0.3, 0.5, 1], INK));
    expect(coverRow(pen, findObstruction)).toBeCloseTo(0.1 / 0.45, 1);
  });

  it('counts no print, no shadow and no stamp written over the card', () => {
    expect(coverRow(paint(STRAIGHT_CARD, ...CARD), findObstruction)).toBe(0);
    const shadow = paint(STRAIGHT_CARD, ...CARD, (x, y) =>
      x > 0.3 * width && x % 5 >= 2 && y > 0.3 * height ? [92, 104, 111] : null,
    );
    expect(coverRow(shadow, findObstruction)).toBe(0);
    const stamp = paint(STRAIGHT_CARD, ...CARD, (x, y) =>
      (x + y) % 40 < 6 && x < 0.7 * width ? [200, 30, 30] : null,
    );
    expect(coverRow(stamp, findObstruction)).toBe(0);
  });

  it('is measured in a warm light as in a white one', () => {
    const warm = ({ data, ...size }: RasterImage) => ({
      ...size,
      data: data.map((level, at) => level * ([1, 0.9, 0.7][at % 3] ?? 1)),
    });
    const finger = paint(STRAIGHT_CARD, ...CARD, box([0.2, 0.4, 0.4, 1], SKIN));
    expect(coverRow(warm(finger), findObstruction)).toBeGreaterThan(0.25);
    expect(coverRow(warm(paint(STRAIGHT_CARD, ...CARD)), findObstruction)).toBe(0);
  });
});
