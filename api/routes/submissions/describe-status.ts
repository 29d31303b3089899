import type { SubmissionStatusView } from '../../../contract/schema/submission-status.js';
import { MAX_ATTEMPTS } from '../../../contract/submission.js';
import type { Submission, TakenCaptures } from '../../../db/submission-store.js';
import { isInFlight, openCaptures } from './open-attempt.js';

/** Judging takes about a second: asking more often gains nothing, less often is felt. */
const POLL_AFTER_MS = 1000;

export type StatusRow = Pick<
  Submission,
  | 'id'
  | 'status'
  | 'result'
  | 'reasonCode'
  | 'nextAction'
  | 'awaiting'
  | 'confirmedAttempt'
  | 'judgedAttempt'
>;

/**
 * What the world sees of a submission, by the table of contract §15.2. While an attempt is in
 * flight, what the one before was answered with is out of date and not shown.
 */
export function describeStatus(row: StatusRow, taken: TakenCaptures): SubmissionStatusView {
  const isWaiting = isInFlight(row);
  return {
    submissionId: row.id,
    status: row.status,
    result: row.result,
    nextAction: isWaiting ? null : row.nextAction,
    reasonCode: isWaiting ? null : row.reasonCode,
    captures: [...openCaptures(row)],
    attempt: countAttempt(row, taken),
    maxAttempts: MAX_ATTEMPTS,
    pollAfterMs: row.status === 'IN_PROGRESS' ? POLL_AFTER_MS : null,
  };
}

/**
 * Attempts are counted per capture, and the one that was tried most is the nearest to the end.
 * While captures are asked for, their coming try is counted.
 */
function countAttempt(row: StatusRow, taken: TakenCaptures): number {
  const open = openCaptures(row);
  if (open.length > 0) return Math.max(...open.map((capture) => (taken[capture] ?? 0) + 1));
  return Math.max(1, ...Object.values(taken));
}
