import { setTimeout as sleep } from 'node:timers/promises';
import { SubmissionStatus } from '../../contract/submission.js';
import type { StatusAnswer } from './partner-answers.js';
import { isPassingFailure } from './partner-errors.js';
import type { RecordEvent } from './session-timeline.js';

/** The platform did not judge an attempt in time. The submission may still end by itself. */
export class VerdictOverdue extends Error {
  override readonly name = 'VerdictOverdue';

  constructor(timeoutMs: number) {
    super(`There was no verdict within ${String(Math.round(timeoutMs / 1000))} s.`);
  }
}

const DEFAULT_POLL_MS = 1_000;

/**
 * Polls until the platform says what to do next. A platform that is away or restarting for a
 * moment is asked again: the attempt is safe with it.
 *
 * @throws VerdictOverdue, and what `readStatus` throws for good
 */
export async function awaitVerdict(wait: {
  readonly readStatus: () => Promise<StatusAnswer>;
  readonly timeoutMs: number;
  readonly record: RecordEvent;
}): Promise<StatusAnswer> {
  const deadline = performance.now() + wait.timeoutMs;
  let seen = '';
  for (;;) {
    const answer = await readOrPass(wait.readStatus);
    if (answer !== null) {
      const description = describeStatus(answer);
      if (description !== seen) wait.record('status', description);
      seen = description;
      if (answer.status !== SubmissionStatus.IN_PROGRESS || answer.nextAction !== null) {
        return answer;
      }
    }
    const pauseMs = answer?.pollAfterMs ?? DEFAULT_POLL_MS;
    if (performance.now() + pauseMs > deadline) throw new VerdictOverdue(wait.timeoutMs);
    await sleep(pauseMs);
  }
}

async function readOrPass(read: () => Promise<StatusAnswer>): Promise<StatusAnswer | null> {
  try {
    return await read();
  } catch (error) {
    if (isPassingFailure(error)) return null;
    throw error;
  }
}

function describeStatus({ status, nextAction, reasonCode, attempt, maxAttempts }: StatusAnswer) {
  const next = nextAction === null ? '' : `, next ${nextAction}`;
  const reason = reasonCode === null ? '' : `, ${reasonCode}`;
  return `${status}, attempt ${String(attempt)} of ${String(maxAttempts)}${next}${reason}`;
}
