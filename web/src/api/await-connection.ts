import type { Wait } from '../wait.js';

export interface AwaitConnectionOptions {
  /** Rejects where the service cannot be reached. */
  readonly look: () => Promise<unknown>;
  readonly wait: Wait;
  /** Aborted when the person goes on by themselves. */
  readonly signal: AbortSignal;
  /** How often it came back in vain: each time the next look is later. */
  readonly disappointments: number;
}

const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 120_000;

/**
 * Answers once the service can be reached again. The browser's own word is not enough: on a mobile
 * network without data it says that it is online all the while. `false` when aborted.
 */
export async function awaitConnection(options: AwaitConnectionOptions): Promise<boolean> {
  const { look, wait, signal } = options;
  for (let looks = options.disappointments; ; looks += 1) {
    await wait(Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** looks));
    if (signal.aborted) return false;
    try {
      await look();
      return !signal.aborted;
    } catch {
      // Not yet.
    }
  }
}
