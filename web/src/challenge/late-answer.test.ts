import { describe, expect, it, vi } from 'vitest';
import { answerLate, isTooLate } from './late-answer.js';

const STILL = new Blob(['still']);

function setUp(leftMs: number) {
  const work = new AbortController();
  const wait = vi.fn<(delayMs: number) => Promise<void>>(() => Promise.resolve());
  const takeStill = vi.fn(() => Promise.resolve(STILL));
  const now = () => 1_000_000;
  const options = { answerBy: now() + leftMs, now, takeStill, wait, signal: work.signal };
  return { options, work, wait, takeStill };
}

describe('a challenge whose time is nearly over', () => {
  it.each([
    [120_000, false],
    [20_000, false],
    [19_999, true],
    [-5_000, true],
  ])('with %i ms left is too late to begin: %s', (leftMs, expected) => {
    expect(isTooLate(1_000_000 + leftMs, 1_000_000)).toBe(expected);
  });

  it('of a service that does not say how much is left is never too late', () => {
    expect(isTooLate(undefined, 1_000_000)).toBe(false);
  });

  it('is answered by a still when it is over, so that another one is asked', async () => {
    const { options, wait } = setUp(7_000);
    expect(await answerLate(options)).toEqual({ still: STILL, frames: [] });
    expect(wait.mock.calls).toEqual([[9_000]]);
  });

  it('is not waited for where it is over already', async () => {
    const { options, wait } = setUp(-60_000);
    await answerLate(options);
    expect(wait.mock.calls).toEqual([[2_000]]);
  });

  it('is not answered by who has gone meanwhile', async () => {
    const { options, work, takeStill } = setUp(7_000);
    work.abort();
    expect(await answerLate(options)).toBeNull();
    expect(takeStill).not.toHaveBeenCalled();
  });
});
