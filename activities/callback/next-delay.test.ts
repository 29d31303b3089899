import { describe, expect, it } from 'vitest';
import { nextDelayMs, parseRetryAfter } from './next-delay.js';

const HOUR_MS = 3_600_000;

const ladder = (chance = 0.5, divisor = 1) => ({ divisor, chance: () => chance });

describe('nextDelayMs', () => {
  it('follows the ladder and ends after the tenth try', () => {
    const delays = Array.from({ length: 10 }, (_, index) => nextDelayMs(index + 1, null, ladder()));
    expect(delays).toEqual([
      5_000,
      300_000,
      1_800_000,
      ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR_MS),
      null,
    ]);
  });

  it('spreads every step by a fifth either way', () => {
    expect(nextDelayMs(1, null, ladder(0))).toBe(4_000);
    expect(nextDelayMs(1, null, ladder(1))).toBe(6_000);
  });

  it('waits longer when the partner asks for it, at most a day', () => {
    expect(nextDelayMs(1, 90_000, ladder())).toBe(90_000);
    expect(nextDelayMs(1, 400 * HOUR_MS, ladder())).toBe(24 * HOUR_MS);
  });

  it('does not come earlier than the ladder says', () => {
    expect(nextDelayMs(2, 1_000, ladder())).toBe(300_000);
  });

  it('divides its own steps where it is told to, and not what the partner asks for', () => {
    expect(nextDelayMs(2, null, ladder(0.5, 600))).toBe(500);
    expect(nextDelayMs(2, 90_000, ladder(0.5, 600))).toBe(90_000);
  });

  it('does not go on after the last try because a partner asks for patience', () => {
    expect(nextDelayMs(10, 60_000, ladder())).toBeNull();
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-11-22T03:00:00Z');

  it.each([
    ['120', 120_000],
    ['Sun, 22 Nov 2026 03:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 02:59:00 GMT', null],
    ['soon', null],
    ['-5', null],
    ['0', null],
    [undefined, null],
  ])('reads %j as %j ms', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });
});
