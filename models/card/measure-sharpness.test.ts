import { expect, it } from 'vitest';
import { toGreyImage, type GreyImage } from '../image/grey-image.js';
import type { Quad } from '../image/homography.js';
import { measureSharpness } from './measure-sharpness.js';
import { all, INK, paint, PAPER, type Paint } from './testing/paint.js';

const OUTLINE: Quad = [
  { x: 40, y: 30 },
  { x: 680, y: 30 },
  { x: 680, y: 434 },
  { x: 40, y: 434 },
];
const strokes: Paint = (x, y) => (x % 9 < 3 && y % 24 < 14 ? INK : null);
const CARD = toGreyImage(paint({ width: 720, height: 464 }, all(PAPER), strokes));

/** The mean of a square of pixels around each. */
function blur({ width, height, levels }: GreyImage, radius: number, across = radius): GreyImage {
  const mean = (x: number, y: number) => {
    let [sum, count] = [0, 0];
    for (let v = Math.max(y - across, 0); v <= Math.min(y + across, height - 1); v += 1)
      for (let u = Math.max(x - radius, 0); u <= Math.min(x + radius, width - 1); u += 1) {
        sum += levels[v * width + u]!;
        count += 1;
      }
    return sum / count;
  };
  return { width, height, levels: levels.map((_, at) => mean(at % width, Math.floor(at / width))) };
}

it('tells a sharp card from a blurred one, and from one that was shaken in one direction', () => {
  expect(measureSharpness(CARD, OUTLINE)).toBeGreaterThan(0.3);
  expect(measureSharpness(blur(CARD, 7), OUTLINE)).toBeLessThan(0.16);
  expect(measureSharpness(blur(CARD, 0, 9), OUTLINE)).toBeLessThan(0.16);
});

it('does not take a small card for a soft one', () => {
  const small = OUTLINE.map(({ x, y }) => ({ x: x / 4, y: y / 4 })) as unknown as Quad;
  const dots = toGreyImage(
    paint({ width: 180, height: 116 }, all(PAPER), (x, y) =>
      x % 3 === 0 && y % 3 === 0 ? INK : null,
    ),
  );
  expect(measureSharpness(dots, small)).toBeGreaterThan(0.3);
});
