import { expect, it } from 'vitest';
import { mapInLanes } from './map-in-lanes.js';

it('keeps the order of the items, whichever is done first', async () => {
  const ends: (() => void)[] = [];
  const mapped = mapInLanes([1, 2], async (item) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    return item * 10;
  });
  ends[1]?.();
  ends[0]?.();
  expect(await mapped).toEqual([10, 20]);
});

it('works on no more items at a time than there are lanes', async () => {
  let [running, most] = [0, 0];
  await mapInLanes([1, 2, 3, 4, 5], async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
  });
  expect(most).toBe(2);
});

it('fails where one item does', async () => {
  await expect(mapInLanes([1], () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
});
