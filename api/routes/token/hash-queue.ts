import { serviceUnavailable } from '../../errors.js';

/** Of the four threads that Node does such work on: the others are for everybody else's calls. */
const AT_ONCE = 2;

/** At about 0.25 s each the last one waits some six seconds. */
const MAX_WAITING = 48;

export interface HashQueue {
  /** Runs in turn. @throws ApiError 503 at once when too many wait */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Comparing a pass-key is slow on purpose. Without a queue whoever sends many at once would keep
 * every thread of the process busy, and all guesses would be under way before the first was counted.
 */
export function createHashQueue(): HashQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  async function takeTurn(): Promise<void> {
    if (running < AT_ONCE) {
      running += 1;
      return;
    }
    if (waiting.length >= MAX_WAITING) throw serviceUnavailable(new HashQueueFullError());
    // The one before hands its turn over, so that `running` stays.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  return {
    async run(work) {
      await takeTurn();
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}

/** For the log. */
class HashQueueFullError extends Error {
  override readonly name = 'HashQueueFullError';
}
