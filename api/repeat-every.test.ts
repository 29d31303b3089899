import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repeatEvery } from './repeat-every.js';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('repeatEvery', () => {
  it('goes on after a failure, which it tells of, until it is stopped', async () => {
    const failures: unknown[] = [];
    let runs = 0;
    const run = () => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('away')) : Promise.resolve();
    };
    const repetition = repeatEvery(1_000, run, (error) => failures.push(error));
    await vi.advanceTimersByTimeAsync(3_500);
    expect(runs).toBe(3);
    expect(failures).toEqual([new Error('away')]);
    repetition.stop();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(runs).toBe(3);
  });

  it('does not begin a second run beside the first', async () => {
    let end = (): void => undefined;
    const run = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
    const repetition = repeatEvery(1_000, run, () => undefined);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(run).toHaveBeenCalledTimes(1);
    end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(run).toHaveBeenCalledTimes(2);
    repetition.stop();
  });
});
