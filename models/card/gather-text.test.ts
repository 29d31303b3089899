import { describe, expect, it } from 'vitest';
import type { LineBox } from '../text/line-box.js';
import { gatherText, isWithin, reachOf } from './gather-text.js';

/** Rows of one paper, 30 px apart, turned about its first line. */
function paper(x: number, y: number, degrees: number, rows: number, width: number): LineBox[] {
  const angle = (degrees * Math.PI) / 180;
  return Array.from({ length: rows }, (_, row) => ({
    centre: { x: x - row * 30 * Math.sin(angle), y: y + row * 30 * Math.cos(angle) },
    width,
    height: 20,
    angle,
  }));
}

describe('gathering text', () => {
  it('parts a letter under the card from the card, though they touch', () => {
    const [first, second, ...more] = gatherText([
      ...paper(800, 400, 2, 14, 500),
      ...paper(1150, 500, 40, 8, 300),
    ]);
    expect(first?.lines).toBe(14);
    expect(first?.angle).toBeCloseTo((2 * Math.PI) / 180, 2);
    expect(second?.lines).toBe(8);
    expect(second?.angle).toBeCloseTo((40 * Math.PI) / 180, 2);
    expect(more).toEqual([]);
  });

  it('answers nothing for a few scattered lines', () => {
    expect(gatherText(paper(300, 300, 0, 4, 200))).toEqual([]);
  });

  it('encloses what it gathered', () => {
    const [text] = gatherText(paper(800, 400, 0, 14, 800));
    expect(text).toMatchObject({ width: 800, height: 13 * 30 + 20 });
    expect(text?.centre.y).toBeCloseTo(400 + (13 * 30) / 2);
  });
});

describe('the reach of a card’s text', () => {
  it('is wide enough for a whole column that was missed, on either side', () => {
    const [values] = gatherText(paper(800, 400, 0, 14, 300));
    const reach = reachOf(values!);
    // Labels stand a quarter of the card's width left of the values: here 770 px of text in all.
    expect(isWithin({ x: 800 - 500, y: 600 }, reach)).toBe(true);
    expect(isWithin({ x: 800 + 500, y: 600 }, reach)).toBe(true);
    expect(isWithin({ x: 800, y: 400 - 200 }, reach)).toBe(false);
  });
});
