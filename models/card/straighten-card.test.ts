import { expect, it } from 'vitest';
import type { Quad } from '../image/homography.js';
import { mapCardToPicture, STRAIGHT_CARD, straightenCard } from './straighten-card.js';
import { paint } from './testing/paint.js';

const { width, height } = STRAIGHT_CARD;
const TILTED: Quad = [
  { x: 120, y: 90 },
  { x: 700, y: 30 },
  { x: 760, y: 470 },
  { x: 60, y: 420 },
];
/** Red tells the column, green the row. */
const PICTURE = paint({ width: 800, height: 500 }, (x, y) => [(x / 800) * 255, y / 2, 90]);

it('shows the card’s corners in its corners', () => {
  const toPicture = mapCardToPicture(TILTED);
  const corners = [toPicture(0, 0), toPicture(width, 0), toPicture(width, height)];
  for (const [index, corner] of corners.entries()) {
    expect(corner.x).toBeCloseTo(TILTED[index]!.x, 6);
    expect(corner.y).toBeCloseTo(TILTED[index]!.y, 6);
  }
});

it('takes every pixel from where the picture shows it', () => {
  const card = straightenCard(PICTURE, TILTED);
  expect([card.width, card.height]).toEqual([width, height]);
  for (const [x, y] of [
    [30, 20],
    [241, 150],
    [443, 280],
  ] as const) {
    const from = mapCardToPicture(TILTED)(x, y);
    const at = (y * width + x) * 3;
    expect(Math.abs(card.data[at]! - (from.x / 800) * 255)).toBeLessThan(1.5);
    expect(Math.abs(card.data[at + 1]! - from.y / 2)).toBeLessThan(1.5);
  }
});

it('repeats the picture’s edge for what lies beyond it', () => {
  const cut: Quad = [
    { x: -200, y: 50 },
    { x: 700, y: 50 },
    { x: 700, y: 450 },
    { x: -200, y: 450 },
  ];
  const { data } = straightenCard(PICTURE, cut);
  const row = 150 * width * 3;
  expect(data[row]).toBe(data[row + 60 * 3]);
  expect(data[row]).toBeLessThan(2);
});
