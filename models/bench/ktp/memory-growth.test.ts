import { expect, it } from 'vitest';
import { fitGrowth } from './memory-growth.js';

it('finds what a thousand readings add, whatever single samples say', () => {
  const leak = [0, 250, 500, 750, 1000].map((reads) => ({ reads, rssMib: 400 + reads * 0.05 }));
  expect(fitGrowth(leak)).toBeCloseTo(50);
  const steady = [400, 430, 400, 430, 400].map((rssMib, at) => ({ reads: at * 250, rssMib }));
  expect(fitGrowth(steady)).toBeCloseTo(0);
});

it('has nothing to say of one sample', () => {
  expect(fitGrowth([{ reads: 10, rssMib: 400 }])).toBe(0);
});
