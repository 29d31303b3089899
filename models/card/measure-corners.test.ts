import { expect, it } from 'vitest';
import type { Quad } from '../image/homography.js';
import { measureCorners } from './measure-corners.js';
import { mapCardToPicture } from './straighten-card.js';
import { all, paint, PAPER, type Colour, type Paint } from './testing/paint.js';

const PICTURE = { width: 700, height: 500 };
const [LEFT, TOP, RIGHT, BOTTOM] = [100, 80, 600, 395];
const OUTLINE: Quad = [
  { x: LEFT, y: TOP },
  { x: RIGHT, y: TOP },
  { x: RIGHT, y: BOTTOM },
  { x: LEFT, y: BOTTOM },
];
const DESK: Colour = [90, 70, 55];

/** A card whose corners have the given radii, clockwise from the upper left. */
function card(...radii: readonly [number, number, number, number]): Paint {
  return (x, y) => {
    if (x < LEFT || x > RIGHT || y < TOP || y > BOTTOM) return null;
    const isRight = x > (LEFT + RIGHT) / 2;
    const isLow = y > (TOP + BOTTOM) / 2;
    const radius = radii[isLow ? (isRight ? 2 : 3) : isRight ? 1 : 0];
    const dx = Math.max(radius - (isRight ? RIGHT - x : x - LEFT), 0);
    const dy = Math.max(radius - (isLow ? BOTTOM - y : y - TOP), 0);
    return Math.hypot(dx, dy) <= radius ? PAPER : null;
  };
}

const measure = (paper: Paint, desk: Colour = DESK, outline = OUTLINE) =>
  measureCorners(paint(PICTURE, all(desk), paper), mapCardToPicture(outline));

it('tells paper cut square from a card, by the roundest corner', () => {
  expect(measure(card(0, 0, 0, 0))).toBeGreaterThan(0.9);
  expect(measure(card(19, 19, 19, 19))).toBeLessThan(0.2);
  expect(measure(card(0, 0, 19, 0))).toBeLessThan(0.2);
});

it('says nothing of corners that cannot be seen', () => {
  expect(measure(card(0, 0, 0, 0), PAPER)).toBeNull();
  const beyond = OUTLINE.map(({ x, y }) => ({ x: x - 100, y }));
  const [a, b, c, d] = beyond;
  expect(measure(card(0, 0, 0, 0), DESK, [a!, b!, c!, d!])).toBeNull();
});
