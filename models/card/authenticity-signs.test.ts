import { describe, expect, it } from 'vitest';
import type { RasterImage } from '../image/raster-image.js';
import { findPaper, measureBlocks } from './card-blocks.js';
import { measureColour } from './measure-colour.js';
import { measureGrid } from './measure-grid.js';
import { measurePortrait } from './measure-portrait.js';
import { STRAIGHT_CARD } from './straighten-card.js';
import { all, box, CARD, paint, PAPER, portrait, print, type Colour } from './testing/paint.js';

const SIZE = { width: 512, height: 384 };
const CENTRES = [100, 200, 300].flatMap((y) => [100, 200, 300, 400].map((x) => ({ x, y })));

/** The same light for all, as a lamp or a camera's white balance gives. */
function cast({ data, ...size }: RasterImage, gains: Colour): RasterImage {
  return { ...size, data: data.map((level, at) => Math.min(level * (gains[at % 3] ?? 1), 255)) };
}

function grey({ data, ...size }: RasterImage): RasterImage {
  return { ...size, data: data.map((_, at) => data[at - (at % 3) + 1] ?? 0) };
}

describe('the colour of a card', () => {
  const colourOf = (card: RasterImage) => measureColour(measureBlocks(card));
  const card = paint(STRAIGHT_CARD, ...CARD);

  it('is next to none on a grey copy, also in warm light', () => {
    expect(colourOf(grey(card))).toBeLessThan(0.01);
    expect(colourOf(cast(grey(card), [1, 0.86, 0.62]))).toBeLessThan(0.01);
  });

  it('stays on a card that is dim, or seen in warm light', () => {
    expect(colourOf(card)).toBeGreaterThan(0.2);
    expect(colourOf(cast(card, [0.2, 0.2, 0.2]))).toBeGreaterThan(0.2);
    expect(colourOf(cast(card, [1, 0.86, 0.62]))).toBeGreaterThan(0.1);
  });
});

describe('the portrait', () => {
  const look = (card: RasterImage) => {
    const blocks = measureBlocks(card);
    return measurePortrait(blocks, findPaper(blocks));
  };

  it('is missing where only paper is', () => {
    expect(look(paint(STRAIGHT_CARD, all(PAPER), print)).bareShare).toBe(1);
    expect(look(paint(STRAIGHT_CARD, ...CARD)).bareShare).toBe(0);
  });

  it('stands before red or blue, in any light', () => {
    const blue = box([0.75, 0.28, 0.95, 0.38], [31, 86, 179]);
    const red = paint(STRAIGHT_CARD, ...CARD);
    expect(look(red).background).toBe('RED');
    expect(look(cast(red, [0.9, 0.95, 1])).background).toBe('RED');
    expect(look(paint(STRAIGHT_CARD, all(PAPER), print, ...portrait, blue)).background).toBeNull();
    const wholeBlue = box([0.75, 0.28, 0.95, 0.71], [31, 86, 179]);
    expect(look(paint(STRAIGHT_CARD, all(PAPER), wholeBlue)).background).toBe('BLUE');
    expect(look(grey(red)).background).toBeNull();
  });
});

describe('the grid of a display', () => {
  const wave = (x: number, y: number, period: number) =>
    Math.sin((2 * Math.PI * (x + 0.1 * y)) / period);
  /** Even grain from a linear congruential generator, the same in every run. */
  const grain = () => {
    let state = 7;
    return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648 - 0.5;
  };

  it('stands out where every pixel is lit in stripes', () => {
    const next = grain();
    const screen = paint(SIZE, (x, y) => {
      const level = 180 + 6 * wave(x, y, 3.7) + 8 * next();
      return [level, level, level];
    });
    expect(measureGrid(screen, CENTRES)).toBeGreaterThan(300);
  });

  it('is not seen in grain, print and JPEG blocks', () => {
    const next = grain();
    // Strokes and gaps of 3 to 8 pixels, another row of them every 24.
    const rows = Array.from({ length: 16 }, () => {
      const strokes: boolean[] = [];
      while (strokes.length < SIZE.width) {
        const isStroke = !(strokes.at(-1) ?? false);
        strokes.push(...new Array<boolean>(Math.round(5.5 + 5 * next())).fill(isStroke));
      }
      return strokes;
    });
    const card = paint(SIZE, (x, y) => {
      const isInk = y % 24 < 14 && (rows[Math.floor(y / 24)]?.[x] ?? false);
      const level = (isInk ? 40 : 210) + (x % 8 === 0 || y % 8 === 0 ? 4 : 0) + 12 * next();
      return [level, level, level];
    });
    expect(measureGrid(card, CENTRES)).toBeLessThan(300);
  });

  it('is not claimed without room for tiles', () => {
    expect(measureGrid(paint({ width: 40, height: 40 }, all(PAPER)), CENTRES)).toBeNull();
  });
});
