import { describe, expect, it } from 'vitest';
import type { Quad } from '../image/homography.js';
import { isCardLike } from './is-card-like.js';
import { countCutLines, measureCrop } from './measure-crop.js';
import { measureExposure } from './measure-exposure.js';
import { measureMotion } from './measure-motion.js';
import { all, paint, WHITE } from './testing/paint.js';

const PICTURE = { width: 800, height: 600 };
const card = (left: number, top: number, width: number): Quad => {
  const height = width / 1.586;
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
};

describe('crop', () => {
  it('is none for a card inside the picture, or cut along its empty edge', () => {
    expect(measureCrop(card(50, 40, 700), PICTURE)).toBeCloseTo(0, 6);
    expect(measureCrop(card(-16, 40, 820), PICTURE)).toBeLessThan(0.01);
  });

  it('is the depth to which print lies beyond the border', () => {
    expect(measureCrop(card(-200, 40, 800), PICTURE)).toBeCloseTo(0.25 - 0.025, 2);
    expect(measureCrop(card(50, 300, 700), PICTURE)).toBeGreaterThan(0.2);
  });

  it('counts the lines that one border cuts', () => {
    const line = (x: number, y: number) => ({
      centre: { x, y },
      width: 200,
      height: 20,
      angle: 0,
    });
    const cut = [100, 140, 180, 220].map((y) => line(101, y));
    expect(countCutLines([...cut, line(400, 300)], PICTURE)).toBe(4);
    expect(countCutLines([line(400, 300), line(690, 300)], PICTURE)).toBe(0);
    expect(countCutLines([{ ...line(400, 103), angle: Math.PI / 2 }], PICTURE)).toBe(1);
  });
});

describe('what an outline can be', () => {
  it('knows a card from any side, and wild or mirrored ones', () => {
    const [a, b, c, d] = card(100, 100, 500);
    expect(isCardLike([a, b, c, d])).toBe(true);
    expect(isCardLike([b, c, d, a])).toBe(false);
    expect(isCardLike([b, a, d, c])).toBe(false);
    expect(isCardLike([a, { x: 2000, y: 0 }, { x: 2000, y: 2000 }, d])).toBe(false);
  });
});

describe('exposure', () => {
  it('is the white share and the brightest of a picture', () => {
    const half = paint(PICTURE, (x) => (x < 400 ? WHITE : [40, 50, 60]));
    expect(measureExposure(half).whiteShare).toBeCloseTo(0.5, 1);
    expect(measureExposure(half).brightest).toBe(255);
    expect(measureExposure(paint(PICTURE, all([20, 20, 20]))).brightest).toBe(20);
  });
});

describe('motion', () => {
  const tiles = (x: number, y: number, smear: number) => {
    let sum = 0;
    for (let step = 0; step < smear; step += 1)
      sum += (x + step) % 90 < 45 === y % 60 < 30 ? 200 : 60;
    return sum / smear;
  };
  const picture = (smear: number) =>
    paint(PICTURE, (x, y) => {
      const level = tiles(x, y, smear);
      return [level, level, level];
    });

  it('shows as edges that are lost in one direction only', () => {
    expect(measureMotion(picture(30))).toBeGreaterThan(0.6);
    expect(measureMotion(picture(1))).toBeLessThan(0.5);
  });

  it('is not told of a picture without edges', () => {
    expect(measureMotion(paint(PICTURE, all([90, 90, 90])))).toBe(0);
  });
});
