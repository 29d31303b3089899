import { describe, expect, it } from 'vitest';
import { seedOf, SPLIT_SIZE, splitOf, SPLITS } from './seed-split.js';

describe('the splits of seeds', () => {
  it('tells the split that a seed was given for, at both of its ends', () => {
    for (const split of SPLITS) {
      expect(splitOf(seedOf(split, 0))).toBe(split);
      expect(splitOf(seedOf(split, SPLIT_SIZE - 1))).toBe(split);
    }
  });

  it('has no seed in two splits', () => {
    const ends = SPLITS.map((split) => [seedOf(split, 0), seedOf(split, SPLIT_SIZE - 1)] as const);
    const sorted = ends.toSorted((a, b) => a[0] - b[0]);
    for (const [index, [first]] of sorted.entries()) {
      if (index > 0) expect(first).toBeGreaterThan(sorted[index - 1]![1]);
    }
  });

  it('leaves the seeds of demos and tests to none', () => {
    expect([0, 7, 999_999, 4_000_000].map(splitOf)).toEqual([null, null, null, null]);
  });

  it.each([-1, SPLIT_SIZE, 0.5])('has no card %s', (index) => {
    expect(() => seedOf('tune', index)).toThrow(RangeError);
  });
});
