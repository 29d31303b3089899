import { expect, it } from 'vitest';
import { compareDescribed } from './compare-described.js';
import { listCrossPairs } from './list-pairs.js';
import { summarisePairs } from './summarise-pairs.js';

const cost = { id: 1, ms: 1, cpuMs: 1, peakRssMib: 1 };

it('counts a photograph that an engine fails on as wrong, for same and different pairs', () => {
  const seen = { ...cost, vector: [0, 0] };
  const near = { ...cost, vector: [0.3, 0] };
  const refused = { ...cost, refusal: 'no face found' };
  const summary = summarisePairs([
    { same: true, ...compareDescribed(seen, near) },
    { same: true, ...compareDescribed(seen, refused) },
    { same: false, ...compareDescribed(refused, near) },
    { same: false, ...compareDescribed(seen, { ...cost, vector: [0.9, 0] }) },
  ]);
  expect(summary).toMatchObject({ failed: 2, accuracy: 0.5, missed: 1, matched: 0 });
  expect(summary.found[1]).toMatchObject({ trueAcceptRate: 0.5 });
});

it('finds the true accept rate where the wanted share of different pairs is taken', () => {
  const pair = (same: boolean, similarity: number) => ({
    same,
    similarity,
    score: similarity,
    isMatch: similarity >= 0.5,
  });
  const different = Array.from({ length: 100 }, (_, index) => pair(false, index / 200));
  const { found, areaUnderCurve } = summarisePairs([
    pair(true, 0.9),
    pair(true, 0.493),
    ...different,
  ]);
  // One of a hundred may be taken, the one at 0.495; none of a thousand.
  expect(found.map(({ trueAcceptRate }) => trueAcceptRate)).toEqual([1, 0.5]);
  expect(areaUnderCurve).toBeCloseTo(0.995);
});

it('takes people whom no pair joins to differ', () => {
  const pairs = listCrossPairs([
    { a: 'one', b: 'two', same: true },
    { a: 'two', b: 'three', same: true },
    { a: 'three', b: 'other', same: false },
  ]);
  expect(pairs).toHaveLength(6);
  expect(pairs.filter(({ same }) => same)).toHaveLength(3);
});
