import { describe, expect, it } from 'vitest';
import type { Quad } from '../image/homography.js';
import { laidStraight, layStraight } from './lay-straight.js';

const LAID = { width: 160, height: 104, cardWidth: 144 } as const;
const HEIGHT = 144 * (53.98 / 85.6);
const MARGIN = { left: 8, top: (104 - HEIGHT) / 2 };

const quad = (left: number, top: number, width: number, slant = 0): Quad => [
  { x: left, y: top },
  { x: left + width, y: top + slant },
  { x: left + width, y: top + width * 0.63 + slant },
  { x: left, y: top + width * 0.63 },
];

/** Brightness runs from left to right. */
const ramp = (width: number, height: number) => ({
  width,
  height,
  levels: Uint8Array.from({ length: width * height }, (_, at) => ((at % width) / width) * 250),
});

describe('laidStraight', () => {
  it('puts the card’s corners into the middle of the raster', () => {
    const outline = quad(100, 50, 400, 30);
    const toPicture = laidStraight(outline, LAID);
    const upperLeft = toPicture(MARGIN.left, MARGIN.top);
    const lowerRight = toPicture(160 - MARGIN.left, 104 - MARGIN.top);
    expect([upperLeft.x, upperLeft.y]).toEqual([expect.closeTo(100, 4), expect.closeTo(50, 4)]);
    expect([lowerRight.x, lowerRight.y]).toEqual([
      expect.closeTo(outline[2].x, 4),
      expect.closeTo(outline[2].y, 4),
    ]);
  });
});

describe('layStraight', () => {
  it.each([
    ['enlarged', 90],
    ['shrunk', 700],
  ])('shows what the picture shows there: %s', (_, width) => {
    const picture = ramp(800, 600);
    const toPicture = laidStraight(quad(50, 60, width, 10), LAID);
    const { levels } = layStraight(picture, toPicture, LAID);
    for (const [x, y] of [
      [20, 20],
      [81, 50],
      [143, 90],
    ] as const) {
      const from = toPicture(x + 0.5, y + 0.5);
      const expected = (Math.min(Math.max(from.x, 0), 799) / 800) * 250;
      expect(Math.abs(levels[y * 160 + x]! - expected)).toBeLessThan(2.5);
    }
  });

  it('repeats the picture’s edge for what lies beyond it', () => {
    const toPicture = laidStraight(quad(-300, -100, 500), LAID);
    const { levels } = layStraight(ramp(800, 600), toPicture, LAID);
    expect(Math.max(...levels.subarray(0, 60))).toBeLessThan(2);
  });
});
