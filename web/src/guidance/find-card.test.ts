import { describe, expect, it } from 'vitest';
import { paintView, type PaintedCard } from '../testing/paint-view.js';
import { findCard } from './find-card.js';
import { halve } from './grey-frame.js';

function find(card: PaintedCard | null) {
  return findCard(halve(paintView(card)));
}

describe('findCard', () => {
  it('finds a card although a finger hides the middle of a side', () => {
    const free = find({})!;
    const held = find({ finger: 100 })!;
    for (const [index, { x, y }] of held.entries()) {
      expect(Math.hypot(x - free[index]!.x, y - free[index]!.y)).toBeLessThan(3);
    }
  });

  it('finds none where there is none, nor where only print has straight sides', () => {
    expect(find(null)).toBeNull();
    expect(find({ desk: 200, reach: 0.8 })).toBeNull();
  });
});
