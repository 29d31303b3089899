import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createUploadSlots } from './upload-slots.js';

const PATIENCE_MS = 1_000;

/** Calls that end when told, and how many of them run. */
function createCalls() {
  const ends: (() => void)[] = [];
  return {
    running: () => ends.length,
    endFirst: () => ends.shift()?.(),
    call: () => new Promise<void>((resolve) => ends.push(resolve)),
  };
}

describe('the slots of those who hold images', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const limits = { atOnce: 2, maxWaiting: 1, patienceMs: PATIENCE_MS };

  it('are for so many at once; who waits has the turn of the one who ends', async () => {
    const slots = createUploadSlots(limits);
    const { call, running, endFirst } = createCalls();
    const all = [1, 2, 3].map(() => slots.run(call));
    await vi.waitFor(() => {
      expect(running()).toBe(2);
    });
    endFirst();
    await all[0];
    await vi.waitFor(() => {
      expect(running()).toBe(2);
    });
    endFirst();
    endFirst();
    await Promise.all(all);
  });

  it('are refused at once when too many wait, and given again later', async () => {
    const slots = createUploadSlots(limits);
    const { call, running, endFirst } = createCalls();
    const kept = [1, 2, 3].map(() => slots.run(call));
    await expect(slots.run(call)).rejects.toMatchObject({ statusCode: 503, retryAfterSeconds: 2 });
    for (const one of kept) {
      await vi.waitFor(() => {
        expect(running()).toBeGreaterThan(0);
      });
      endFirst();
      await one;
    }
    await expect(slots.run(() => Promise.resolve('ran'))).resolves.toBe('ran');
  });

  it('are refused to who has waited in vain, and stay with those who have them', async () => {
    const slots = createUploadSlots(limits);
    const { call, endFirst } = createCalls();
    const kept = [1, 2].map(() => slots.run(call));
    const late = expect(slots.run(call)).rejects.toMatchObject({ statusCode: 503 });
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    await late;
    endFirst();
    await kept[0];
    await expect(slots.run(() => Promise.resolve('ran'))).resolves.toBe('ran');
    endFirst();
    await kept[1];
  });

  it('come back from a call that failed', async () => {
    const slots = createUploadSlots({ ...limits, atOnce: 1, maxWaiting: 0 });
    await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(slots.run(() => Promise.resolve('ran'))).resolves.toBe('ran');
  });
});
