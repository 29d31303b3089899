import { createShares, type Shares } from '../../shares.js';
import { createTurns } from '../../turns.js';

/** Of the four threads that Node does such work on: the others are for everybody else's calls. */
const AT_ONCE = 2;

/** At about 0.25 s each the last one waits some six seconds. */
const MAX_WAITING = 48;

/** Of one client id at one network, so that a partner that asks for too many tokens leaves others theirs. */
const MAX_OF_ONE_CLIENT = (AT_ONCE + MAX_WAITING) / 2;

/**
 * Comparing a pass-key is slow on purpose. Without a queue whoever sends many at once would keep
 * every thread of the process busy, and all guesses would be under way before the first was counted.
 */
export function createHashQueue(): Shares {
  const turns = createTurns({
    atOnce: AT_ONCE,
    maxWaiting: MAX_WAITING,
    createRefusal: () => new HashQueueFullError(),
  });
  return createShares(turns, MAX_OF_ONE_CLIENT);
}

/** For the log. */
class HashQueueFullError extends Error {
  override readonly name = 'HashQueueFullError';
}
