import { describe, expect, it } from 'vitest';
import { calibrate } from './calibration.js';

function repeat(count: number, confidence: number, isRight: boolean) {
  return Array.from({ length: count }, () => ({ confidence, isRight }));
}

describe('calibrate', () => {
  it('counts the sure values, from exactly 0.9, and the right ones among them', () => {
    const values = [...repeat(9, 0.9, true), ...repeat(1, 1, false), ...repeat(5, 0.899, false)];
    expect(calibrate(values)).toMatchObject({ values: 15, sure: 10, sureRight: 9 });
  });

  it('finds no error where confidence is the share of right values', () => {
    const values = [...repeat(3, 0.75, true), ...repeat(1, 0.75, false)];
    expect(calibrate(values).expectedError).toBeCloseTo(0);
  });

  it('weighs each tenth’s gap by its values', () => {
    const values = [...repeat(3, 0.95, true), ...repeat(1, 0.45, true)];
    const { rows, expectedError } = calibrate(values);
    expect(rows.map(({ from, values: size, right }) => [from, size, right])).toEqual([
      [0.4, 1, 1],
      [0.9, 3, 3],
    ]);
    expect(expectedError).toBeCloseTo((3 * 0.05 + 0.55) / 4);
  });

  it('has nothing to say without values', () => {
    expect(calibrate([])).toMatchObject({ values: 0, rows: [], expectedError: 0 });
  });
});
