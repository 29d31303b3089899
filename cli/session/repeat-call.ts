import { setTimeout as sleep } from 'node:timers/promises';
import { isPassingFailure } from './partner-errors.js';

/** Together half a minute: a process of the platform is restarted well within it. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** Repeats a call that may be repeated, as long as it fails for a reason that passes. */
export async function repeatCall<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await call();
    } catch (error) {
      if (!isPassingFailure(error)) throw error;
      await sleep(pauseMs);
    }
  }
  return call();
}
