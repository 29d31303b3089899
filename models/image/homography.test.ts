import { expect, it } from 'vitest';
import { mapQuadToRectangle, mapRectangleToQuad, type Quad } from './homography.js';

const TRAPEZOID: Quad = [
  { x: 120, y: 80 },
  { x: 980, y: 140 },
  { x: 1030, y: 700 },
  { x: 60, y: 640 },
];

it('takes the corners of a quadrilateral to those of the rectangle', () => {
  const map = mapQuadToRectangle(TRAPEZOID, 300, 200);
  const corners = TRAPEZOID.map(({ x, y }) => map(x, y));
  const expected = [
    [0, 0],
    [300, 0],
    [300, 200],
    [0, 200],
  ];
  corners.forEach(({ x, y }, index) => {
    expect(x).toBeCloseTo(expected[index]![0]!, 6);
    expect(y).toBeCloseTo(expected[index]![1]!, 6);
  });
});

it('keeps straight lines straight', () => {
  const map = mapQuadToRectangle(TRAPEZOID, 300, 200);
  const onLine = [0, 0.3, 0.8, 1].map((share) => map(200 + 500 * share, 300 + 90 * share));
  const [start, , , end] = onLine;
  for (const point of onLine) {
    const cross =
      (end!.x - start!.x) * (point.y - start!.y) - (end!.y - start!.y) * (point.x - start!.x);
    expect(cross).toBeCloseTo(0, 6);
  }
});

it('goes back by the way it came', () => {
  const there = mapQuadToRectangle(TRAPEZOID, 300, 200);
  const back = mapRectangleToQuad(TRAPEZOID, 300, 200);
  for (const { x, y } of [...TRAPEZOID, { x: 500, y: 300 }, { x: 1400, y: -200 }]) {
    const at = there(x, y);
    expect(back(at.x, at.y).x).toBeCloseTo(x, 6);
    expect(back(at.x, at.y).y).toBeCloseTo(y, 6);
  }
});
