import { ConnectionError, isPassing } from './api-error.js';
import type { Wait } from '../wait.js';

export interface TryAgainOptions {
  readonly wait: Wait;
  /** Once this is aborted no try is made and `ConnectionError` is thrown. */
  readonly signal: AbortSignal;
}

/** Pauses before the second, third and fourth try. */
const RETRY_DELAYS_MS: readonly number[] = [1_000, 3_000, 5_000];

/** Repeats a call that does no harm when it is made twice, while its failure may pass. */
export async function tryAgain<Result>(
  call: () => Promise<Result>,
  { wait, signal }: TryAgainOptions,
): Promise<Result> {
  for (const delayMs of RETRY_DELAYS_MS) {
    stopIfAborted(signal);
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
    await wait(delayMs);
  }
  stopIfAborted(signal);
  return call();
}

/** By hand, since `throwIfAborted` is younger than the browsers that we serve. */
function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new ConnectionError();
}
