import { expect, it } from 'vitest';
import type { Quad } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';
import { snapToEdges } from './snap-to-edges.js';

/** A light card of 600 × 380 at (100, 60) on a dark desk, or a picture of one colour. */
function drawPicture(hasCard: boolean): RasterImage {
  const [width, height] = [800, 500];
  const data = new Uint8Array(width * height * 3).fill(60);
  if (hasCard)
    for (let y = 60; y < 440; y += 1) data.fill(200, (y * width + 100) * 3, (y * width + 700) * 3);
  return { width, height, data };
}

const corners: Quad = [
  { x: 100, y: 60 },
  { x: 700, y: 60 },
  { x: 700, y: 440 },
  { x: 100, y: 440 },
];
const estimate: Quad = [
  { x: 110, y: 52 },
  { x: 690, y: 66 },
  { x: 712, y: 430 },
  { x: 95, y: 452 },
];

function farthest(a: Quad, b: Quad): number {
  return Math.max(...a.map((p, at) => Math.hypot(p.x - (b[at]?.x ?? 0), p.y - (b[at]?.y ?? 0))));
}

it('moves every side onto the edge near it, to 0.6 % of the card’s width', () => {
  expect(farthest(estimate, corners)).toBeGreaterThan(12);
  expect(farthest(snapToEdges(drawPicture(true), estimate), corners)).toBeLessThan(3.6);
});

it('leaves the sides where no edge shows', () => {
  expect(farthest(snapToEdges(drawPicture(false), estimate), estimate)).toBeLessThan(1e-6);
});

it('takes a line of print for no edge where the picture is cut to the card', () => {
  const picture = drawPicture(false);
  picture.data.fill(255, 15 * 800 * 3, 16 * 800 * 3);
  const whole: Quad = [
    { x: 0, y: 0 },
    { x: 799, y: 0 },
    { x: 799, y: 499 },
    { x: 0, y: 499 },
  ];
  expect(snapToEdges(picture, whole)).toEqual(whole);
});
