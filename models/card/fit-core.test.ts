import { describe, expect, it } from 'vitest';
import type { RowSpan } from '../text/find-components.js';
import { fitCore } from './fit-core.js';

/** Rows of a turned rectangle, as its pixels' middles lie in it. */
function drawRows(
  centre: { x: number; y: number },
  { width, height, angle }: { width: number; height: number; angle: number },
): RowSpan[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return Array.from({ length: 200 }, (_, y) => y).flatMap((y) => {
    const inside = Array.from({ length: 400 }, (_, x) => x).filter((x) => {
      const [dx, dy] = [x + 0.5 - centre.x, y + 0.5 - centre.y];
      const [along, across] = [dx * cos + dy * sin, dy * cos - dx * sin];
      return Math.abs(along) <= width / 2 && Math.abs(across) <= height / 2;
    });
    const [left] = inside;
    const right = inside.at(-1);
    return left === undefined || right === undefined ? [] : [{ y, left, right }];
  });
}

describe('fitCore', () => {
  it.each([-4, 0, 0.7, 3])('finds the rectangle of a long core, turned by %s°', (degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const core = fitCore(drawRows({ x: 190, y: 90 }, { width: 180, height: 8, angle }));
    expect(core.angle).toBeCloseTo(angle, 2);
    expect(Math.abs(core.width - 180)).toBeLessThan(2.5);
    expect(Math.abs(core.height - 8)).toBeLessThan(0.6);
    expect(Math.hypot(core.centre.x - 190, core.centre.y - 90)).toBeLessThan(0.7);
  });

  it('lays a short core level', () => {
    const core = fitCore(drawRows({ x: 60, y: 40 }, { width: 14, height: 8, angle: 0.5 }));
    expect(core.angle).toBe(0);
    expect(core.width).toBeGreaterThan(core.height);
  });

  it('is not misled by a tail', () => {
    const rows = drawRows({ x: 190, y: 90 }, { width: 180, height: 8, angle: 0 });
    const tail = [94, 95, 96].map((y) => ({ y, left: 270, right: 272 }));
    const core = fitCore([...rows, ...tail]);
    expect(Math.abs(core.height - 8)).toBeLessThan(1);
    expect(Math.abs(core.angle)).toBeLessThan(0.01);
  });
});
