import { describe, expect, it, vi } from 'vitest';
import { ApiError, ConnectionError, SessionOverError } from './api-error.js';
import { followProgress } from './follow-progress.js';
import type { SubmissionProgress } from './wire-types.js';

const WAITING: SubmissionProgress = {
  status: 'IN_PROGRESS',
  nextAction: null,
  reasonCode: null,
  captures: [],
  movements: null,
  pollAfterMs: 800,
  captureLock: null,
  handoff: null,
};
const RETRY: SubmissionProgress = { ...WAITING, nextAction: 'RETRY', captures: ['KTP'] };

function setUp(answers: readonly (SubmissionProgress | Error)[]) {
  const queue = [...answers];
  const work = new AbortController();
  const wait = vi.fn<(delayMs: number) => Promise<void>>(() => Promise.resolve());
  const readProgress = vi.fn(() => {
    const next = queue.length > 1 ? queue.shift() : queue[0];
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next!);
  });
  return { work, wait, options: { api: { readProgress }, wait, signal: work.signal } };
}

describe('followProgress', () => {
  it('asks at the pace that the service wishes until there is something to do', async () => {
    const { options, wait } = setUp([WAITING, WAITING, RETRY]);
    await expect(followProgress(options)).resolves.toEqual(RETRY);
    expect(wait.mock.calls).toEqual([[800], [800]]);
  });

  it('neither floods nor stalls on a wrong pace', async () => {
    const { options, wait } = setUp([
      { ...WAITING, pollAfterMs: 0 },
      { ...WAITING, pollAfterMs: 3_600_000 },
      RETRY,
    ]);
    await followProgress(options);
    expect(wait.mock.calls).toEqual([[500], [10_000]]);
  });

  it('ends with the submission, even without a next action', async () => {
    const ended: SubmissionProgress = { ...WAITING, status: 'ERROR' };
    await expect(followProgress(setUp([ended]).options)).resolves.toEqual(ended);
  });

  it('waits out a short loss of connection', async () => {
    const { options } = setUp([new ConnectionError(), new ApiError(503, null), WAITING, RETRY]);
    await expect(followProgress(options)).resolves.toEqual(RETRY);
  });

  it('tells of a connection that stays away for about a minute', async () => {
    const { options, wait } = setUp([new ConnectionError()]);
    await expect(followProgress(options)).rejects.toBeInstanceOf(ConnectionError);
    const waitedMs = wait.mock.calls.reduce((sum, [delayMs]) => sum + delayMs, 0);
    expect(waitedMs).toBeGreaterThan(30_000);
    expect(waitedMs).toBeLessThan(90_000);
  });

  it('does not wait when the session is over', async () => {
    const { options, wait } = setUp([new SessionOverError()]);
    await expect(followProgress(options)).rejects.toBeInstanceOf(SessionOverError);
    expect(wait).not.toHaveBeenCalled();
  });

  it('waits for what it is told to wait for', async () => {
    const followed = { ...WAITING, handoff: 'OPENED' } as const;
    const { options } = setUp([WAITING, WAITING, followed]);
    const isAwaited = ({ handoff }: SubmissionProgress) => handoff === 'OPENED';
    await expect(followProgress({ ...options, isAwaited })).resolves.toBe(followed);
  });

  it('stops asking when the screen is gone', async () => {
    const { options, work, wait } = setUp([WAITING]);
    wait.mockImplementationOnce(() => {
      work.abort();
      return Promise.resolve();
    });
    await expect(followProgress(options)).resolves.toBeNull();
    expect(options.api.readProgress).toHaveBeenCalledOnce();
  });
});
