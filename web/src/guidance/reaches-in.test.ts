import { describe, expect, it } from 'vitest';
import { paintView, type PaintedCard } from '../testing/paint-view.js';
import { findCard } from './find-card.js';
import type { Corners } from './corners.js';
import { halve } from './grey-frame.js';
import { reachesIn } from './reaches-in.js';

const CARD: PaintedCard = { reach: 0.82, turn: 2 };

/** Where it lies, by the card without anything on it. */
function locate(card: PaintedCard): Corners {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = findCard(halve(paintView(card)))!;
  const scale = ({ x, y }: Corners[number]) => ({ x: 2 * x, y: 2 * y });
  return [scale(upperLeft), scale(upperRight), scale(lowerRight), scale(lowerLeft)];
}

function look(change: PaintedCard, light = 1): boolean {
  return reachesIn(paintView({ ...CARD, ...change }, light), locate(CARD));
}

describe('reachesIn', () => {
  it.each([
    ['fair', 150],
    ['dark', 70],
    ['in a black glove', 12],
    ['brighter than the card', 245],
  ])('sees a finger that is %s', (_, finger) => {
    expect(look({ finger })).toBe(true);
  });

  it('sees it upside down, and in half the light', () => {
    expect(look({ finger: 120, isUpsideDown: true })).toBe(true);
    expect(look({ finger: 120 }, 0.5)).toBe(true);
  });

  it('sees nothing on a card that lies free', () => {
    expect(look({})).toBe(false);
    expect(look({ isUpsideDown: true })).toBe(false);
  });

  it.each([0.7, 0.5, 0.35])('takes no shadow with %d of the light for a finger', (shadow) => {
    expect(look({ shadow })).toBe(false);
  });

  it.each([178, 90, 150])('takes no light from one side for a finger, on a desk of %d', (desk) => {
    const { data, ...size } = paintView({ ...CARD, desk });
    const isDark = (at: number) => at % size.width > 0.45 * size.width;
    const shaded = data.map((level, at) => (isDark(at) ? 0.5 * level : level));
    expect(reachesIn({ ...size, data: shaded }, locate({ ...CARD, desk }))).toBe(false);
  });

  it('takes no shadow for one where the sides can hardly be seen anywhere', () => {
    expect(look({ shadow: 0.6, desk: 178 })).toBe(false);
  });

  it('takes a desk for nothing that covers where a side was looked for on it', () => {
    const [upperLeft, upperRight, lowerRight, lowerLeft] = locate(CARD);
    const outwards = ({ x, y }: Corners[number]) => ({ x: x - 33, y });
    const off: Corners = [outwards(upperLeft), upperRight, lowerRight, outwards(lowerLeft)];
    expect(reachesIn(paintView(CARD), off)).toBe(false);
  });

  it('does not see what lies inside of the rim alone: print, a reflection', () => {
    expect(look({ glare: 0.2 })).toBe(false);
    expect(look({ thumb: 110 })).toBe(false);
  });
});
