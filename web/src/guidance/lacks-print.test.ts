import { describe, expect, it } from 'vitest';
import { paintView, type PaintedCard } from '../testing/paint-view.js';
import type { Corners } from './corners.js';
import { lacksPrint } from './lacks-print.js';

/** Of the painted card in the middle of the view, as wide as 0.82 of it. */
const CORNERS: Corners = [
  { x: 28.8, y: 23.8 },
  { x: 291.2, y: 23.8 },
  { x: 291.2, y: 189.2 },
  { x: 28.8, y: 189.2 },
];

function look(card: PaintedCard): boolean {
  return lacksPrint(paintView(card), CORNERS);
}

describe('lacksPrint', () => {
  it.each([60, 170, 200])('misses the print below something of level %d', (thumb) => {
    expect(look({ thumb })).toBe(true);
  });

  it('misses nothing on a card that lies free, either way up', () => {
    expect(look({})).toBe(false);
    expect(look({ isUpsideDown: true })).toBe(false);
  });

  it('finds print in a shadow', () => {
    expect(look({ shadow: 0.4 })).toBe(false);
  });
});
