import { expect, it } from 'vitest';
import { createShares } from './shares.js';
import { createTurns } from './turns.js';

/** Calls that end when told. */
function createCalls() {
  const ends: (() => void)[] = [];
  return {
    begun: () => ends.length,
    endAll: () => {
      for (const end of ends.splice(0)) end();
    },
    call: () => new Promise<void>((resolve) => ends.push(resolve)),
  };
}

const turns = () =>
  createTurns({ atOnce: 2, maxWaiting: 2, createRefusal: () => new Error('all taken') });

it('one holder has its share of the turns, waiting ones among them, and the rest is for others', async () => {
  const shares = createShares(turns(), 3);
  const { call, begun, endAll } = createCalls();
  const own = [1, 2, 3].map(() => shares.run('a', call));
  await expect(shares.run('a', call)).rejects.toMatchObject({
    statusCode: 503,
    retryAfterSeconds: 2,
    cause: { name: 'ShareTakenError' },
  });
  const others = shares.run('b', call);
  await expect(shares.run('b', call)).rejects.toMatchObject({ cause: { message: 'all taken' } });
  for (const pair of [own.slice(0, 2), [own[2]!, others]]) {
    await expect.poll(begun).toBe(2);
    endAll();
    await Promise.all(pair);
  }
});

it('a share comes back from calls that ended, failed or were refused', async () => {
  const shares = createShares(turns(), 1);
  await shares.run('a', () => Promise.resolve());
  await expect(shares.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const { call, begun, endAll } = createCalls();
  const others = ['b', 'c', 'd', 'e'].map((holder) => shares.run(holder, call));
  await expect(shares.run('a', call)).rejects.toMatchObject({ cause: { message: 'all taken' } });
  for (const pair of [others.slice(0, 2), others.slice(2)]) {
    await expect.poll(begun).toBe(2);
    endAll();
    await Promise.all(pair);
  }
  await expect(shares.run('a', () => Promise.resolve('ran'))).resolves.toBe('ran');
});
