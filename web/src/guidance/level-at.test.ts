import { describe, expect, it } from 'vitest';
import { levelAt } from './level-at.js';

const FRAME = { width: 2, height: 2, data: Uint8Array.of(10, 20, 30, 40) };

describe('levelAt', () => {
  it('is of the nearest pixel', () => {
    expect(levelAt(FRAME, { x: 0.6, y: 0.4 })).toBe(20);
    expect(levelAt(FRAME, { x: 0.2, y: 1.4 })).toBe(30);
  });

  it.each([
    { x: -1, y: 0 },
    { x: 2, y: 0 },
    { x: 0, y: -1 },
    { x: 0, y: 2 },
  ])('is of no pixel outside the frame: %o', (point) => {
    expect(levelAt(FRAME, point)).toBeNull();
  });
});
