import { describe, expect, it } from 'vitest';
import type { LineBox } from '../text/line-box.js';
import { chooseDirection } from './choose-direction.js';
import { findTextAngle, levelLines } from './level-lines.js';

const DEGREE = Math.PI / 180;

/** Two columns of boxes in rows 40 px apart, the whole turned. */
function turnedRows(degrees: number): LineBox[] {
  const angle = degrees * DEGREE;
  return [0, 1, 2, 3].flatMap((row) =>
    [0, 500].map((x) => ({
      centre: {
        x: 800 + x * Math.cos(angle) - row * 40 * Math.sin(angle),
        y: 600 + x * Math.sin(angle) + row * 40 * Math.cos(angle),
      },
      width: 200,
      height: 30,
      angle: Math.atan(Math.tan(angle)),
    })),
  );
}

describe('findTextAngle', () => {
  it.each([0, 4, -30, 60, 89])('finds text turned by %i°', (degrees) => {
    expect(findTextAngle(turnedRows(degrees))).toBeCloseTo(degrees * DEGREE);
  });

  it('is not led astray by stubby boxes or a line across the text', () => {
    const colon = { centre: { x: 1, y: 1 }, width: 30, height: 20, angle: Math.PI / 2 };
    const across = { centre: { x: 9, y: 9 }, width: 150, height: 20, angle: 1.2 };
    expect(findTextAngle([...turnedRows(3), colon, across])).toBeCloseTo(3 * DEGREE);
  });

  it('answers level text for a picture without lines', () => {
    expect(findTextAngle([])).toBe(0);
  });
});

describe('levelLines', () => {
  it('gives both ends of a turned row one height', () => {
    const lines = levelLines(turnedRows(20), 20 * DEGREE);
    for (const row of [0, 2, 4, 6]) expect(lines[row]!.y).toBeCloseTo(lines[row + 1]!.y, 3);
    expect(lines[2]!.y - lines[0]!.y).toBeCloseTo(40, 3);
    expect(lines[1]!.left).toBeGreaterThan(lines[0]!.right);
  });

  it('reads from the other end after a half turn', () => {
    const lines = levelLines(turnedRows(0), Math.PI);
    expect(lines[0]!.left).toBeGreaterThan(lines[1]!.right);
    expect(lines[0]!.y).toBeGreaterThan(lines[6]!.y);
  });

  it('keeps rows together that converge in perspective', () => {
    // Slope falls from 6 % in the first row to 0 in the last.
    const boxes = [0, 1, 2, 3].flatMap((row) =>
      [0, 300, 600].map((x) => ({
        centre: { x, y: 100 + row * 40 + x * (0.06 - row * 0.02) },
        width: 200,
        height: 25,
        angle: Math.atan(0.06 - row * 0.02),
      })),
    );
    const lines = levelLines(boxes, findTextAngle(boxes));
    for (const row of [0, 3, 6, 9]) {
      expect(Math.abs(lines[row]!.y - lines[row + 2]!.y)).toBeLessThan(6);
    }
  });
});

describe('chooseDirection', () => {
  const vote = (knownWords: number, confidence: number) => ({
    knownWords,
    readings: [{ text: 'X', confidence, characters: [] }],
  });

  it('follows the card’s words before the confidence', () => {
    expect(chooseDirection(vote(2, 0.5), vote(0, 0.9))).toBe(0);
    expect(chooseDirection(vote(1, 0.9), vote(3, 0.5))).toBe(1);
  });

  it('follows the confidence where the words are even', () => {
    expect(chooseDirection(vote(0, 0.4), vote(0, 0.8))).toBe(1);
  });
});
