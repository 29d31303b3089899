import { describe, expect, it } from 'vitest';
import type { Quad } from '../image/homography.js';
import type { LineBox } from '../text/line-box.js';
import { findPortraitSides } from './find-portrait-sides.js';
import { measurePasting } from './measure-pasting.js';
import { measureTextSlope } from './measure-text-slope.js';
import { STRAIGHT_CARD } from './straighten-card.js';
import { all, CARD, INK, paint, PAPER, print, RED, type Paint } from './testing/paint.js';

const { width, height } = STRAIGHT_CARD;
const DEGREE = Math.PI / 180;
const LEVEL = () => 0;

/** A portrait turned about its middle, `lean` of its upright sides alone. */
function portraitAt(degrees: number, { lean = 0, size = 1 } = {}): Paint {
  const [cos, sin] = [Math.cos(degrees * DEGREE), Math.sin(degrees * DEGREE)];
  return (x, y) => {
    const [dx, dy] = [x - 0.85 * width + lean * (y - 0.5 * height), y - 0.5 * height];
    const isInside =
      Math.abs(dx * cos + dy * sin) < 0.1 * width * size &&
      Math.abs(dy * cos - dx * sin) < 0.21 * height * size;
    return isInside ? RED : null;
  };
}

function turnOf(layers: readonly Paint[], textSlope: (x: number, y: number) => number = LEVEL) {
  const sides = findPortraitSides(paint(STRAIGHT_CARD, ...layers), 225);
  return measurePasting(sides, textSlope)?.turn ?? null;
}

const PLAIN = [all(PAPER), print] as const;

describe('a portrait on a card', () => {
  it.each([-6, -3, 3, 6])('is turned by as much as it was glued on: %s degrees', (degrees) => {
    const turn = turnOf([...PLAIN, portraitAt(degrees)])!;
    expect(Math.abs(turn - Math.abs(degrees))).toBeLessThan(0.5);
  });

  it('is not turned as the printer set it, dim or bright', () => {
    expect(turnOf(CARD)).toBeLessThan(0.3);
    const dim = CARD.map((layer): Paint => (x, y) => {
      const colour = layer(x, y);
      return colour && [colour[0] / 5, colour[1] / 5, colour[2] / 5];
    });
    const sides = findPortraitSides(paint(STRAIGHT_CARD, ...dim), 45);
    expect(sides.left.support).toBeGreaterThan(0.9);
    expect(measurePasting(sides, LEVEL)!.turn).toBeLessThan(0.3);
  });

  it('is not turned where the rows of text are turned with it', () => {
    expect(turnOf([...PLAIN, portraitAt(2)], () => 2 * DEGREE)).toBeLessThan(0.4);
  });

  it('is not turned where a wrong outline leans its upright sides alone', () => {
    expect(turnOf([...PLAIN, portraitAt(0, { lean: 0.08 })])).toBeLessThan(0.4);
  });

  it('shows what is pasted where half of the true one looks out beside it', () => {
    const half: Paint = (x, y) =>
      x > 0.75 * width && x < 0.85 * width && y > 0.29 * height && y < 0.71 * height ? INK : null;
    expect(turnOf([...PLAIN, portraitAt(5), half])).toBeGreaterThan(2.5);
  });

  it('tells nothing where it has no edges, or where the card was straightened badly', () => {
    expect(turnOf([all(PAPER)])).toBeNull();
    expect(turnOf([...PLAIN, portraitAt(4)], () => 3 * DEGREE)).toBeNull();
  });
});

describe('the slope of the text', () => {
  const outline: Quad = [
    { x: 0, y: 0 },
    { x: 960, y: 0 },
    { x: 960, y: 606 },
    { x: 0, y: 606 },
  ];
  const row = (y: number, angle: number, length = 300): LineBox => ({
    centre: { x: 300, y },
    width: length,
    height: 20,
    angle,
  });

  it('is that of the rows on the straightened card, whatever one line of another paper says', () => {
    const rows = [100, 200, 300, 400, 500].map((y) => row(y, 0.03));
    expect(measureTextSlope(rows, outline)!(400, 100)).toBeCloseTo(0.03, 3);
    const mixed = [...rows, row(550, -0.2)];
    expect(measureTextSlope(mixed, outline)!(400, 100)).toBeCloseTo(0.03, 2);
  });

  it('is not told by few rows or by short ones', () => {
    expect(measureTextSlope([row(100, 0.1), row(200, 0.1)], outline)).toBeNull();
    const short = [100, 200, 300, 400].map((y) => row(y, 0.1, 40));
    expect(measureTextSlope(short, outline)).toBeNull();
  });
});
