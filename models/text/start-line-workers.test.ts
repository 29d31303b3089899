import { describe, expect, it, vi } from 'vitest';
import { loadCardNetwork } from './card-network.js';
import { startLineWorkers } from './start-line-workers.js';

const BROKEN = { network: new Uint8Array([1, 2, 3]), classes: ['', 'A'] };

describe('the threads that read lines', () => {
  it('have read as many lines as there are of them when they are given out', async () => {
    const workers = await startLineWorkers({ own: await loadCardNetwork(), general: null });
    expect(workers.completed).toBe(workers.threads.length);
    await workers.destroy();
  });

  it('are not given out where a network cannot be opened', async () => {
    await expect(startLineWorkers({ own: BROKEN, general: null })).rejects.toThrow(
      /^the threads that read lines cannot start: ./,
    );
  });

  it('tell when one that takes the place of another cannot start', async () => {
    const told: Error[] = [];
    const workers = await startLineWorkers(
      { own: await loadCardNetwork(), general: null },
      (error) => {
        told.push(error);
      },
    );
    Object.assign(workers.options, { workerData: { own: BROKEN, general: null } });
    await workers.threads[0]?.terminate();
    await vi.waitFor(
      () => {
        expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('failed')]);
      },
      { timeout: 20_000 },
    );
    await workers.destroy();
  });
});
