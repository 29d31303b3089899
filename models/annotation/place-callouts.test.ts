import { describe, expect, it } from 'vitest';
import type { Quad } from '../image/homography.js';
import { areOverlapping, toQuad } from './are-overlapping.js';
import { placeCallouts, type Ground } from './place-callouts.js';

const GROUND: Ground = { width: 1000, height: 600, values: [], labels: [] };

function rowAt(left: number, top: number, width = 200): Quad {
  return toQuad({ left, top, width, height: 30 });
}

describe('placing texts beside their targets', () => {
  it('puts a text right of its target, level with it and without a pointer', () => {
    const target = rowAt(300, 100);
    const [placed] = placeCallouts([{ target, width: 150, height: 20 }], {
      ...GROUND,
      values: [target],
    });
    expect(placed!.rectangle.left).toBeGreaterThan(500);
    expect(placed!.rectangle.left).toBeLessThan(520);
    expect(placed!.rectangle.top + 10).toBeCloseTo(115);
    expect(placed!.pointer).toBeNull();
  });

  it('keeps every text off the others and off the values', () => {
    const values = Array.from({ length: 12 }, (_, row) =>
      rowAt(300, 60 + row * 31, 150 + row * 20),
    );
    const callouts = [...values, ...values].map((target) => ({ target, width: 180, height: 24 }));
    const placed = placeCallouts(callouts, { ...GROUND, values });
    const cores = placed.map(({ rectangle }) =>
      toQuad({ ...rectangle, top: rectangle.top + 4, height: rectangle.height - 8 }),
    );
    cores.forEach((core, at) => {
      for (const other of [...values, ...cores.slice(at + 1)])
        expect(areOverlapping(core, other)).toBe(false);
    });
  });

  it('points at the target of a text that had to move, and moves no other', () => {
    const [crowded, neighbour] = [rowAt(300, 100), rowAt(510, 100)];
    const below = rowAt(300, 140);
    const callouts = [crowded, below].map((target) => ({ target, width: 150, height: 20 }));
    const values = [crowded, neighbour, below];
    const labels = [rowAt(90, 100)];
    const [moved, kept] = placeCallouts(callouts, { ...GROUND, values, labels });
    expect(kept!.pointer).toBeNull();
    expect(moved!.pointer).not.toBeNull();
  });

  it('keeps texts inside the picture', () => {
    const target = rowAt(780, 570);
    const [placed] = placeCallouts([{ target, width: 300, height: 24 }], {
      ...GROUND,
      values: [target],
    });
    const { left, top } = placed!.rectangle;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThanOrEqual(700);
    expect(top).toBeLessThanOrEqual(576);
    expect(areOverlapping(toQuad(placed!.rectangle), target)).toBe(false);
  });

  it('lists what belongs to the whole picture from its top left corner', () => {
    const callouts = [1, 2].map(() => ({ target: null, width: 150, height: 20 }));
    const [first, second] = placeCallouts(callouts, GROUND);
    expect(first!.rectangle.left).toBeLessThan(20);
    expect(second!.rectangle.top).toBeGreaterThanOrEqual(first!.rectangle.top + 20);
  });
});

describe('overlap of quadrilaterals', () => {
  it('sees turned ones apart whose bounding boxes meet', () => {
    const diamond: Quad = [
      { x: 50, y: 0 },
      { x: 100, y: 50 },
      { x: 50, y: 100 },
      { x: 0, y: 50 },
    ];
    expect(areOverlapping(diamond, toQuad({ left: 0, top: 0, width: 20, height: 20 }))).toBe(false);
    expect(areOverlapping(diamond, toQuad({ left: 0, top: 0, width: 40, height: 40 }))).toBe(true);
  });
});
