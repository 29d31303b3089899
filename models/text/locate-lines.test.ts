import { describe, expect, it } from 'vitest';
import { findComponents } from './find-components.js';
import { foldHalfTurn } from './line-box.js';
import { locateLines, unclip } from './locate-lines.js';
import { minAreaRect } from './min-area-rect.js';

/** A probability map with one turned rectangle of the given value. */
function drawRectangle(angle: number, value: number) {
  const [width, height] = [200, 160];
  const values = new Float32Array(width * height);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x + 0.5 - 100, y + 0.5 - 80];
      const isInside = Math.abs(dx * cos + dy * sin) < 50 && Math.abs(dy * cos - dx * sin) < 6;
      values[y * width + x] = isInside ? value : 0.05;
    }
  }
  return { width, height, values };
}

describe('lines in a probability map', () => {
  it.each([0, 10, -25, 60, 90])(
    'finds a line turned by %i° with its size and direction',
    (degrees) => {
      const angle = (degrees * Math.PI) / 180;
      const [box, ...more] = locateLines(drawRectangle(angle, 0.9));
      const grown = unclip({ centre: { x: 100, y: 80 }, width: 100, height: 12, angle });
      expect(more).toEqual([]);
      expect(Math.abs(foldHalfTurn(box!.angle - angle))).toBeLessThan(0.03);
      expect(Math.abs(box!.centre.x - 100)).toBeLessThan(1);
      expect(Math.abs(box!.centre.y - 80)).toBeLessThan(1);
      expect(Math.abs(box!.width - grown.width)).toBeLessThan(5);
      expect(Math.abs(box!.height - grown.height)).toBeLessThan(5);
    },
  );

  it('leaves out what is faint as a whole although each pixel passes', () => {
    expect(locateLines(drawRectangle(0, 0.3))).toEqual([]);
  });

  it('leaves out specks', () => {
    const values = new Float32Array(400);
    values[210] = 0.99;
    expect(locateLines({ width: 20, height: 20, values })).toEqual([]);
  });

  it('grows a rectangle by area × 1.4 ÷ perimeter on every side', () => {
    const box = unclip({ centre: { x: 0, y: 0 }, width: 90, height: 10, angle: 0 });
    expect(box.width).toBeCloseTo(90 + 2 * 6.3);
    expect(box.height).toBeCloseTo(10 + 2 * 6.3);
  });
});

describe('components', () => {
  it('joins pixels that touch at a corner and parts those that do not', () => {
    const values = Float32Array.from([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1].map((bit) => bit * 0.8));
    const found = findComponents({ width: 4, height: 3, values }, 0.2);
    expect(found.map(({ rows }) => rows)).toEqual([
      [
        { y: 0, left: 0, right: 0 },
        { y: 1, left: 0, right: 0 },
      ],
      [{ y: 2, left: 3, right: 3 }],
    ]);
    expect(found[0]!.meanValue).toBeCloseTo(0.8);
  });
});

describe('minAreaRect', () => {
  it('ignores points inside the hull', () => {
    const corners = [
      { x: 0, y: 0 },
      { x: 8, y: 0 },
      { x: 8, y: 2 },
      { x: 0, y: 2 },
    ];
    const box = minAreaRect([...corners, { x: 4, y: 1 }, { x: 1, y: 1 }]);
    expect(box).toMatchObject({ width: 8, height: 2, centre: { x: 4, y: 1 } });
    expect(box.angle).toBeCloseTo(0);
  });
});
