import { expect, it } from 'vitest';
import { createHashQueue } from './hash-queue.js';

/** Work that ends when told, and how much of it runs. */
function createWork() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  return {
    most: () => most,
    begun: () => ends.length,
    endAll: () => {
      for (const end of ends.splice(0)) end();
    },
    run: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
    },
  };
}

it('lets two run at once, and the others after them', async () => {
  const queue = createHashQueue();
  const work = createWork();
  const all = Promise.all(Array.from({ length: 7 }, () => queue.run('client', work.run)));
  for (let left = 7; left > 0; left -= 2) {
    await expect.poll(work.begun).toBe(Math.min(2, left));
    work.endAll();
  }
  await all;
  expect(work.most()).toBe(2);
});

it('refuses what would wait too long, and takes it again later', async () => {
  const queue = createHashQueue();
  const work = createWork();
  const kept = ['a', 'b'].flatMap((client) =>
    Array.from({ length: 25 }, () => queue.run(client, work.run)),
  );
  await expect(queue.run('c', work.run)).rejects.toMatchObject({ statusCode: 503 });
  const drained = Promise.all(kept);
  for (let left = 50; left > 0; left -= 2) {
    await expect.poll(work.begun).toBe(2);
    work.endAll();
  }
  await drained;
  const later = queue.run('c', work.run);
  await expect.poll(work.begun).toBe(1);
  work.endAll();
  await later;
});

it('keeps half of its places free of any one client', async () => {
  const queue = createHashQueue();
  const work = createWork();
  const ofOne = Array.from({ length: 60 }, () => queue.run('hasty', work.run));
  const settled = Promise.allSettled(ofOne);
  const other = queue.run('calm', work.run);
  for (let left = 26; left > 0; left -= 2) {
    await expect.poll(work.begun).toBe(2);
    work.endAll();
  }
  await other;
  expect((await settled).filter(({ status }) => status === 'fulfilled')).toHaveLength(25);
});

it('goes on after work that failed', async () => {
  const queue = createHashQueue();
  const failing = () => queue.run('client', () => Promise.reject(new Error('no')));
  for (let call = 0; call < 3; call += 1) await expect(failing()).rejects.toThrow('no');
  await expect(queue.run('client', () => Promise.resolve('ran'))).resolves.toBe('ran');
});
