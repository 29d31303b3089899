import { describe, expect, it } from 'vitest';
import { paintPrint } from '../testing/paint-view.js';
import type { GreyFrame } from './grey-frame.js';
import { measureSharpness } from './measure-sharpness.js';

function addGrain({ width, height, data }: GreyFrame, reach: number): GreyFrame {
  let state = 1;
  const grain = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return (state / 2_147_483_647 - 0.5) * 2 * reach;
  };
  return { width, height, data: data.map((level) => level + grain()) };
}

describe('measureSharpness', () => {
  it('falls as print gets softer', () => {
    const values = [0, 2, 5, 12].map((softness) => measureSharpness(paintPrint(softness))!);
    expect([...values].sort((a, b) => b - a)).toEqual(values);
    expect(values[0]).toBeGreaterThan(0.2);
    expect(values[3]).toBeLessThan(0.08);
  });

  it('is the same for faint print as for black', () => {
    const [black, faint] = [40, 150].map((ink) => measureSharpness(paintPrint(1, ink))!);
    expect(faint).toBeCloseTo(black!, 1);
  });

  it('does not take grain for sharpness', () => {
    const blurred = measureSharpness(addGrain(paintPrint(12), 8))!;
    expect(blurred).toBeLessThan(0.12);
  });

  it('counts the softer direction: a shaken picture is soft in one alone', () => {
    const { width, height, data } = paintPrint(0);
    const shaken = data.map((_, at) => {
      const row = data.subarray(Math.max(0, at - 3), at + 4);
      return row.reduce((sum, near) => sum + near, 0) / row.length;
    });
    const sharp = measureSharpness(paintPrint(0))!;
    expect(measureSharpness({ width, height, data: shaken })!).toBeLessThan(sharp / 2);
  });

  it('does not judge by what shows nothing', () => {
    expect(measureSharpness(paintPrint(0, 199))).toBeNull();
  });
});
