import { describe, expect, it, vi } from 'vitest';
import { ConnectionError, SessionOverError } from '../api/api-error.js';
import type { SubmissionProgress } from '../api/wire-types.js';
import type { ScreenName } from '../screen.js';
import { watchPhone } from './watch-phone.js';

const OPEN = { status: 'IN_PROGRESS' } as SubmissionProgress;
const ENDED = { status: 'ERROR' } as SubmissionProgress;

/** Watches through these screens, one at each look. */
async function watch(
  screens: readonly ScreenName[],
  ...answers: readonly (SubmissionProgress | Error)[]
) {
  const left = [...answers];
  const queue: readonly ScreenName[] = [...screens, 'HANDED_BACK'];
  let looks = -1;
  const readProgress = vi.fn(() => {
    const answer = left.shift() ?? OPEN;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  const dispatch = vi.fn();
  await watchPhone({
    api: { readProgress },
    wait: () => {
      looks += 1;
      return Promise.resolve();
    },
    readScreen: () => queue[looks]!,
    dispatch,
  });
  return { readProgress, dispatch };
}

describe('watchPhone', () => {
  it('tells at once that the other side has ended the hand-off', async () => {
    const { dispatch } = await watch(['WELCOME', 'CAMERA'], OPEN, new SessionOverError());
    expect(dispatch).toHaveBeenCalledExactlyOnceWith({ type: 'SESSION_ENDED' });
  });

  it('tells that the submission has ended without this phone', async () => {
    const { dispatch } = await watch(['GUIDE'], ENDED);
    expect(dispatch).toHaveBeenCalledExactlyOnceWith({ type: 'HANDOFF_MOVED', progress: ENDED });
  });

  it('asks nothing where the screen asks itself, and nothing after the end', async () => {
    const { readProgress } = await watch(['OPENING', 'UPLOADING', 'CHECKING']);
    expect(readProgress).not.toHaveBeenCalled();
  });

  it('takes a lost connection for no end', async () => {
    const { readProgress, dispatch } = await watch(['CAMERA', 'CAMERA'], new ConnectionError());
    expect(readProgress).toHaveBeenCalledTimes(2);
    expect(dispatch).not.toHaveBeenCalled();
  });
});
