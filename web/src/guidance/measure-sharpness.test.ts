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

/** As a hand smears it that moves so many pixels along each row, and down by as many times `fall`. */
function smear({ width, height, data }: GreyFrame, length: number, fall: number): GreyFrame {
  const smeared = data.map((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    let sum = 0;
    for (let step = 0; step < length; step += 1) {
      const column = Math.min(width - 1, x + step);
      const row = Math.max(0, Math.min(height - 1, y + Math.round(step * fall)));
      sum += data[row * width + column] ?? 0;
    }
    return sum / length;
  });
  return { width, height, data: smeared };
}

describe('measureSharpness', () => {
  it('falls as print gets softer', () => {
    const values = [0, 2, 5, 12].map((times) => measureSharpness(paintPrint(times))!.softest);
    expect([...values].sort((a, b) => b - a)).toEqual(values);
    expect(values[0]).toBeGreaterThan(0.4);
    expect(values[3]).toBeLessThan(0.1);
  });

  it('is the same for faint print as for black', () => {
    const [black, faint] = [40, 150].map((ink) => measureSharpness(paintPrint(1, ink))!);
    expect(faint!.softest).toBeCloseTo(black!.softest, 1);
    expect(faint!.evenness).toBeCloseTo(black!.evenness, 1);
  });

  it('does not take grain for sharpness', () => {
    expect(measureSharpness(addGrain(paintPrint(12), 8))!.softest).toBeLessThan(0.15);
  });

  it.each([-1, -0.5, 0, 0.5, 1])('tells print that a hand has smeared, falling by %d', (fall) => {
    const still = measureSharpness(paintPrint(0))!;
    const shaken = measureSharpness(smear(paintPrint(0), 14, fall))!;
    expect(shaken.softest).toBeLessThan(still.softest / 2);
    expect(shaken.evenness).toBeLessThan(still.evenness / 2);
  });

  it.each([1, 2, 4, 6])('is far more even of print that a lens has softened %d times', (times) => {
    const smeared = measureSharpness(smear(paintPrint(0), 14, 1))!;
    expect(measureSharpness(paintPrint(times))!.evenness).toBeGreaterThan(2 * smeared.evenness);
  });

  it('does not judge by what shows nothing', () => {
    expect(measureSharpness(paintPrint(0, 199))).toBeNull();
  });
});
