import { describe, expect, it } from 'vitest';
import { createRandom } from './specimen-random.js';

function draw(seed: number, stream: string): number[] {
  const random = createRandom(seed, stream);
  return Array.from({ length: 4 }, () => random.fraction());
}

describe('createRandom', () => {
  it('repeats itself for a seed and a stream', () => {
    expect(draw(9, 'details')).toEqual(draw(9, 'details'));
  });

  it('differs between all small seeds and between streams', () => {
    const draws = Array.from({ length: 200 }, (_, seed) => draw(seed, 'details').join());
    expect(new Set(draws).size).toBe(200);
    expect(draw(9, 'details')).not.toEqual(draw(9, 'drawing'));
  });

  it('reaches both ends of a range of whole numbers and nothing beyond', () => {
    const random = createRandom(1, 'range');
    const drawn = Array.from({ length: 500 }, () => random.integer(3, 6));
    expect([...new Set(drawn)].sort()).toEqual([3, 4, 5, 6]);
  });
});
