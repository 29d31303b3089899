import { serviceUnavailable } from './errors.js';
import type { Turns } from './turns.js';

export interface Shares {
  /**
   * Runs in turn, or not at all while the holder has its share.
   *
   * @throws ApiError 503 before anything is run, as the turns do
   */
  run<T>(holder: string, call: () => Promise<T>): Promise<T>;
}

/** Turns of which no holder has more than `atMost`, those included that it waits for: others always get theirs. */
export function createShares(turns: Turns, atMost: number): Shares {
  const held = new Map<string, number>();

  const take = (holder: string): void => {
    const count = held.get(holder) ?? 0;
    if (count >= atMost) throw serviceUnavailable(new ShareTakenError());
    held.set(holder, count + 1);
  };

  const giveBack = (holder: string): void => {
    const count = held.get(holder) ?? 0;
    if (count > 1) held.set(holder, count - 1);
    else held.delete(holder);
  };

  return {
    async run(holder, call) {
      take(holder);
      try {
        return await turns.run(call);
      } finally {
        giveBack(holder);
      }
    },
  };
}

/** For the log. */
class ShareTakenError extends Error {
  override readonly name = 'ShareTakenError';
}
