import { expect, it } from 'vitest';
import { fitHomography } from './fit-homography.js';
import { mapQuadToRectangle, type Point, type Quad } from './homography.js';

const quad: Quad = [
  { x: 210, y: 130 },
  { x: 1290, y: 90 },
  { x: 1380, y: 860 },
  { x: 160, y: 800 },
];
const toCard = mapQuadToRectangle(quad, 1, 1);

/** Where the picture shows points of the card, found by looking them up the other way round. */
const seen = [300, 520, 760, 980, 1200].flatMap((x) =>
  [200, 360, 520, 700].map((y) => ({ from: toCard(x, y), to: { x, y }, weight: 1 })),
);

function missOf(map: ((x: number, y: number) => Point) | null): number {
  const [topLeft, , bottomRight] = quad;
  const ends = [map?.(0, 0) ?? { x: 0, y: 0 }, map?.(1, 1) ?? { x: 0, y: 0 }];
  return Math.max(
    Math.hypot((ends[0]?.x ?? 0) - topLeft.x, (ends[0]?.y ?? 0) - topLeft.y),
    Math.hypot((ends[1]?.x ?? 0) - bottomRight.x, (ends[1]?.y ?? 0) - bottomRight.y),
  );
}

it('finds the corners of a card from points within it', () => {
  expect(missOf(fitHomography(seen))).toBeLessThan(8);
});

it('is not led astray by a few pairs that are wrong', () => {
  const wrong = seen.map((pair, index) =>
    index % 7 === 3 ? { ...pair, to: { x: pair.to.x + 150, y: pair.to.y - 90 } } : pair,
  );
  expect(missOf(fitHomography(wrong))).toBeLessThan(12);
});

it('answers nothing for points in one line, or too few', () => {
  expect(fitHomography(seen.filter(({ to }) => to.y === 200).slice(0, 3))).toBeNull();
  const line = [0, 1, 2, 3, 4, 5].map((step) => ({
    from: { x: step, y: 0 },
    to: { x: step * 10, y: 0 },
    weight: 1,
  }));
  expect(fitHomography(line)).toBeNull();
});
