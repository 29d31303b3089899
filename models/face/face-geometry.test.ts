import { describe, expect, it } from 'vitest';
import { enlargeRegion } from '../image/region.js';
import { overlapOf, suppressOverlaps } from './face-box.js';
import { applySimilarity, fitSimilarity, invertSimilarity, scaleOf } from './similarity.js';

describe('suppressOverlaps', () => {
  const at = (left: number, score: number) => ({ left, top: 0, width: 100, height: 100, score });

  it('keeps the most confident of boxes on one face and every other face', () => {
    const kept = suppressOverlaps([at(0, 0.8), at(10, 0.9), at(300, 0.75)], 0.3);
    expect(kept.map(({ left }) => left)).toEqual([10, 300]);
  });

  it('measures overlap as intersection over union', () => {
    expect(overlapOf(at(0, 1), at(50, 1))).toBeCloseTo(1 / 3);
    expect(overlapOf(at(0, 1), at(100, 1))).toBe(0);
  });
});

describe('fitSimilarity', () => {
  const points = [
    { x: 38, y: 52 },
    { x: 73, y: 51 },
    { x: 56, y: 72 },
    { x: 42, y: 92 },
    { x: 71, y: 92 },
  ];
  const turned = { a: 0, b: 2, tx: 30, ty: -5 };
  const moved = points.map((point) => applySimilarity(turned, point));

  it('finds the turn, scale and shift between two sets of points', () => {
    const fitted = fitSimilarity(points, moved);
    expect(fitted.a).toBeCloseTo(0);
    expect(fitted.b).toBeCloseTo(2);
    expect(fitted.tx).toBeCloseTo(30);
    expect(fitted.ty).toBeCloseTo(-5);
    expect(scaleOf(fitted)).toBeCloseTo(2);
  });

  it('is undone by its inverse', () => {
    const back = invertSimilarity(fitSimilarity(points, moved));
    for (const [index, point] of moved.entries()) {
      const { x, y } = applySimilarity(back, point);
      expect(x).toBeCloseTo(points[index]!.x);
      expect(y).toBeCloseTo(points[index]!.y);
    }
  });
});

describe('enlargeRegion', () => {
  it('keeps the middle', () => {
    expect(enlargeRegion({ left: 10, top: 10, width: 10, height: 20 }, 3)).toEqual({
      left: 0,
      top: -10,
      width: 30,
      height: 60,
    });
  });
});
