import { expect, it } from 'vitest';
import { createSingleFlight } from './single-flight.js';

/** Flights that are counted, and end when told. */
function createBegin() {
  const ends: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  return {
    ends,
    begin: () => new Promise<number>((resolve, reject) => ends.push({ resolve, reject })),
  };
}

it('answers all who come during a flight with the one after it', async () => {
  const flights = createSingleFlight<number>();
  const { begin, ends } = createBegin();
  const first = flights.run('a', begin);
  await expect.poll(() => ends.length).toBe(1);
  const others = Array.from({ length: 100 }, () => flights.run('a', begin));
  ends[0]!.resolve(1);
  expect(await first).toBe(1);
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!.resolve(2);
  expect(new Set(await Promise.all(others))).toEqual(new Set([2]));
  expect(ends).toHaveLength(2);
});

it('keeps keys apart', async () => {
  const flights = createSingleFlight<number>();
  const { begin, ends } = createBegin();
  const both = Promise.all([flights.run('a', begin), flights.run('b', begin)]);
  await expect.poll(() => ends.length).toBe(2);
  ends.forEach(({ resolve }, index) => {
    resolve(index);
  });
  expect(await both).toEqual([0, 1]);
});

it('begins anew after a flight that failed', async () => {
  const flights = createSingleFlight<number>();
  const { begin, ends } = createBegin();
  const failing = expect(flights.run('a', begin)).rejects.toThrow('no');
  await expect.poll(() => ends.length).toBe(1);
  const next = flights.run('a', begin);
  ends[0]!.reject(new Error('no'));
  await failing;
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!.resolve(2);
  expect(await next).toBe(2);
});
