import { setTimeout as sleep } from 'node:timers/promises';
import { isPassingFailure } from '../../cli/session/partner-errors.js';

/** What a client does that has not been answered: ask again, the same, with a pause that grows. */
export type AskPatiently = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;

/** Gives up, with the last failure, when `patienceMs` are over; counted from now on. */
export function createPatience(patienceMs: number): AskPatiently {
  const deadline = performance.now() + patienceMs;
  return async (ask) => {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await ask();
      } catch (error) {
        if (!isPassingFailure(error) || performance.now() > deadline) throw error;
      }
      await sleep(pauseMs);
    }
  };
}
