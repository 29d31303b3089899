import { toClient, toSite } from '../../client-address.js';
import { createShares } from '../../shares.js';
import { createTurns, type Turns } from '../../turns.js';

/** Who wants a pass-key compared. */
export interface TokenCaller {
  readonly address: string | undefined;
  readonly clientId: string;
}

export interface HashQueue {
  /**
   * Runs in turn, or not at all while the caller has its share.
   *
   * @throws ApiError 503 before anything is run
   */
  run<T>(caller: TokenCaller, compare: () => Promise<T>): Promise<T>;
}

/** Of the four threads that Node does such work on: the others are for everybody else's calls. */
const AT_ONCE = 2;

/** At about 0.25 s each the last one waits some six seconds. */
const MAX_WAITING = 48;

/** Of one client id at one network, so that a partner that asks for too many tokens leaves others theirs. */
const MAX_OF_ONE_CLIENT = (AT_ONCE + MAX_WAITING) / 2;

/**
 * Of all together whose pass-key has not been right lately. Client ids can be made up, and addresses had by
 * the thousand: whoever floods with them keeps out those alone that come for the first time.
 */
const MAX_OF_STRANGERS = 16;

/** Of strangers at one site, so that another finds a place beside it. */
const MAX_OF_ONE_SITE = MAX_OF_STRANGERS / 2;

/** Clients that are remembered. Each has had a right pass-key, so that nobody else can push them out. */
const MAX_REMEMBERED = 1000;

/**
 * Comparing a pass-key is slow on purpose. Without a queue whoever sends many at once would keep
 * every thread of the process busy, and all guesses would be under way before the first was counted.
 */
export function createHashQueue(): HashQueue {
  const turns = createTurns({
    atOnce: AT_ONCE,
    maxWaiting: MAX_WAITING,
    createRefusal: () => new HashQueueFullError(),
  });
  const clients = createShares(turns, MAX_OF_ONE_CLIENT);
  const sites = createShares(limitTogether(turns, MAX_OF_STRANGERS), MAX_OF_ONE_SITE);
  const known = createMemory(MAX_REMEMBERED);

  return {
    async run({ address, clientId }, compare) {
      const client = toClient(address, clientId);
      const compared = known.has(client)
        ? await clients.run(client, compare)
        : await sites.run(toSite(address), compare);
      known.add(client);
      return compared;
    },
  };
}

/** Turns of which all who come this way have no more than `atMost` together. */
function limitTogether(turns: Turns, atMost: number): Turns {
  const shares = createShares(turns, atMost);
  return { run: (call) => shares.run('all', call) };
}

/** The last of what was added, and no more than `size`. */
function createMemory(size: number) {
  const kept = new Set<string>();
  return {
    has: (one: string) => kept.has(one),
    add(one: string) {
      kept.delete(one);
      kept.add(one);
      const [oldest] = kept;
      if (kept.size > size && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** For the log. */
class HashQueueFullError extends Error {
  override readonly name = 'HashQueueFullError';
}
