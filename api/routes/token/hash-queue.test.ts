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

type Queue = ReturnType<typeof createHashQueue>;

const callerOf = (clientId: string, address = '203.0.113.7') => ({ address, clientId });

/** Whose pass-key has been right. */
async function createQueueThatKnows(...clientIds: readonly string[]): Promise<Queue> {
  const queue = createHashQueue();
  for (const clientId of clientIds) await queue.run(callerOf(clientId), () => Promise.resolve());
  return queue;
}

/** As many calls as `count`, and how many of them were taken. */
function callAtOnce(count: number, call: (index: number) => Promise<unknown>) {
  const settled = Promise.allSettled(Array.from({ length: count }, (_, index) => call(index)));
  return async () => (await settled).filter(({ status }) => status === 'fulfilled').length;
}

async function drain(work: ReturnType<typeof createWork>, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 2) {
    await expect.poll(work.begun).toBe(Math.min(2, left));
    work.endAll();
  }
}

it('lets two run at once, and the others after them', async () => {
  const queue = createHashQueue();
  const work = createWork();
  const countTaken = callAtOnce(7, () => queue.run(callerOf('client'), work.run));
  await drain(work, 7);
  expect(await countTaken()).toBe(7);
  expect(work.most()).toBe(2);
});

it('refuses what would wait too long, and takes it again later', async () => {
  const queue = await createQueueThatKnows('a', 'b', 'c');
  const work = createWork();
  const countTaken = callAtOnce(50, (index) =>
    queue.run(callerOf(index < 25 ? 'a' : 'b'), work.run),
  );
  await expect(queue.run(callerOf('c'), work.run)).rejects.toMatchObject({ statusCode: 503 });
  await drain(work, 50);
  expect(await countTaken()).toBe(50);
  const later = queue.run(callerOf('c'), work.run);
  await drain(work, 1);
  await later;
});

it('keeps half of its places free of any one client', async () => {
  const queue = await createQueueThatKnows('hasty', 'calm');
  const work = createWork();
  const countTaken = callAtOnce(60, () => queue.run(callerOf('hasty'), work.run));
  const other = queue.run(callerOf('calm'), work.run);
  await drain(work, 26);
  await other;
  expect(await countTaken()).toBe(25);
});

it.each([
  ['one address', () => '198.51.100.9'],
  ['one IPv6 site', (index: number) => `2001:db8:7:${index.toString(16)}::1`],
])('has eight places for client ids that %s makes up', async (_case, addressOf) => {
  const queue = createHashQueue();
  const work = createWork();
  const countTaken = callAtOnce(40, (index) =>
    queue.run(callerOf(`made-up-${String(index)}`, addressOf(index)), work.run),
  );
  const elsewhere = queue.run(callerOf('new-here'), work.run);
  await drain(work, 9);
  await elsewhere;
  expect(await countTaken()).toBe(8);
});

it('has most places for those whose pass-key was right, wherever the others come from', async () => {
  const queue = await createQueueThatKnows('a', 'b');
  const work = createWork();
  const countStrangers = callAtOnce(60, (index) =>
    queue.run(callerOf('made-up', `198.51.100.${String(index)}`), work.run),
  );
  const countKnown = callAtOnce(34, (index) =>
    queue.run(callerOf(index < 17 ? 'a' : 'b'), work.run),
  );
  await drain(work, 50);
  expect([await countStrangers(), await countKnown()]).toEqual([16, 34]);
});

it('knows nobody by a pass-key that was wrong, nor a client id at another address', async () => {
  const queue = await createQueueThatKnows('a');
  const work = createWork();
  const wrong = () => Promise.reject(new Error('no'));
  await expect(queue.run(callerOf('guessed'), wrong)).rejects.toThrow('no');
  const countGuessed = callAtOnce(20, () => queue.run(callerOf('guessed'), work.run));
  const countElsewhere = callAtOnce(20, () => queue.run(callerOf('a', '192.0.2.1'), work.run));
  await drain(work, 16);
  expect([await countGuessed(), await countElsewhere()]).toEqual([8, 8]);
});

it('goes on after work that failed', async () => {
  const queue = createHashQueue();
  const failing = () => queue.run(callerOf('client'), () => Promise.reject(new Error('no')));
  for (let call = 0; call < 3; call += 1) await expect(failing()).rejects.toThrow('no');
  const working = queue.run(callerOf('client'), () => Promise.resolve('ran'));
  await expect(working).resolves.toBe('ran');
});
