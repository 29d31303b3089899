import { isPassing } from './api-error.js';
import type { CaptureApi } from './capture-api.js';
import type { SubmissionProgress } from './wire-types.js';
import type { Wait } from '../wait.js';

export interface FollowOptions {
  readonly api: Pick<CaptureApi, 'readProgress'>;
  readonly wait: Wait;
  /** Polling ends without an answer once this is aborted. */
  readonly signal: AbortSignal;
  /** What is waited for; by itself an action or the end. */
  readonly isAwaited?: (progress: SubmissionProgress) => boolean;
}

/** Bounds on what the service may ask for, so that a wrong number neither floods nor stalls. */
const MIN_POLL_MS = 500;
const MAX_POLL_MS = 10_000;

/** Failed polls in a row before the person is told; with the pauses below about a minute. */
const MAX_FAILURES = 7;

/**
 * Asks for the status until there is something to do, and answers that; `null` when aborted.
 * A dropped connection is waited out for about a minute, then its error is thrown.
 */
export async function followProgress(options: FollowOptions): Promise<SubmissionProgress | null> {
  const { isAwaited = isActionable } = options;
  let failures = 0;
  for (;;) {
    let delayMs: number;
    try {
      const progress = await options.api.readProgress();
      if (options.signal.aborted) return null;
      if (isAwaited(progress)) return progress;
      failures = 0;
      delayMs = Math.min(MAX_POLL_MS, Math.max(MIN_POLL_MS, progress.pollAfterMs));
    } catch (error) {
      failures += 1;
      if (!isPassing(error) || failures >= MAX_FAILURES) throw error;
      delayMs = Math.min(MAX_POLL_MS, 1_000 * 2 ** failures);
    }
    await options.wait(delayMs);
    if (options.signal.aborted) return null;
  }
}

/** Whether the page has something to do: an action or the end. */
function isActionable(progress: SubmissionProgress): boolean {
  return progress.nextAction !== null || progress.status !== 'IN_PROGRESS';
}
