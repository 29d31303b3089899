import { expect, it } from 'vitest';
import { createSharedRuns } from './shared-runs.js';

/** Runs that are counted, and end when told. */
function createRuns() {
  const ends: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  return {
    ends,
    begin: () => new Promise<number>((resolve, reject) => ends.push({ resolve, reject })),
  };
}

it('answers all who come during a run with the one after it', async () => {
  const shared = createSharedRuns<number>();
  const { begin, ends } = createRuns();
  const first = shared.run('a', begin);
  await expect.poll(() => ends.length).toBe(1);
  const others = Array.from({ length: 100 }, () => shared.run('a', begin));
  ends[0]!.resolve(1);
  expect(await first).toBe(1);
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!.resolve(2);
  expect(new Set(await Promise.all(others))).toEqual(new Set([2]));
  expect(ends).toHaveLength(2);
});

it('keeps keys apart', async () => {
  const shared = createSharedRuns<number>();
  const { begin, ends } = createRuns();
  const both = Promise.all([shared.run('a', begin), shared.run('b', begin)]);
  await expect.poll(() => ends.length).toBe(2);
  ends.forEach(({ resolve }, index) => {
    resolve(index);
  });
  expect(await both).toEqual([0, 1]);
});

it('begins anew after a run that failed', async () => {
  const shared = createSharedRuns<number>();
  const { begin, ends } = createRuns();
  const failing = expect(shared.run('a', begin)).rejects.toThrow('no');
  await expect.poll(() => ends.length).toBe(1);
  const next = shared.run('a', begin);
  ends[0]!.reject(new Error('no'));
  await failing;
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!.resolve(2);
  expect(await next).toBe(2);
});
