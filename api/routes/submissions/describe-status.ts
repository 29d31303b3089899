import type { Challenge } from '../../../contract/challenge.js';
import type { SubmissionStatusView } from '../../../contract/schema/submission-status.js';
import type { Submission, TakenCaptures } from '../../../db/submission-store.js';
import type { CaptureLocks } from '../../../keys/capture-locks.js';
import { handoffStateOf, type HandoffRow } from '../../submission/follow-handoff.js';
import { currentAttempt, isInFlight, openCaptures } from '../../submission/open-attempt.js';

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
  | 'policy'
  | 'challenge'
>;

export interface StatusContext {
  readonly taken: TakenCaptures;
  /** The latest of the submission. */
  readonly handoff: HandoffRow | null;
  readonly now: Date;
  readonly captureLocks: CaptureLocks;
}

/**
 * What the world sees of a submission, by the table of contract §15.2. While an attempt is in
 * flight, what the one before was answered with is out of date and not shown.
 */
export function describeStatus(
  row: StatusRow,
  { taken, handoff, now, captureLocks }: StatusContext,
): SubmissionStatusView {
  const isWaiting = isInFlight(row);
  const open = openCaptures(row);
  return {
    submissionId: row.id,
    status: row.status,
    result: row.result,
    nextAction: isWaiting ? null : row.nextAction,
    reasonCode: isWaiting ? null : row.reasonCode,
    captures: [...open],
    captureLock:
      open.length === 0
        ? null
        : captureLocks.issue({ submissionId: row.id, attempt: currentAttempt(row) }),
    challenge: isWaiting || row.challenge === null ? null : countDown(row.challenge, now),
    attempt: countAttempt(row, taken),
    maxAttempts: row.policy.maxAttempts,
    pollAfterMs: row.status === 'IN_PROGRESS' ? POLL_AFTER_MS : null,
    handoff: handoff === null ? null : { state: handoffStateOf(handoff, row, now) },
  };
}

function countDown(challenge: Challenge, now: Date): SubmissionStatusView['challenge'] {
  const leftMs = Date.parse(challenge.expiresAt) - now.getTime();
  return { ...challenge, expiresInMs: Math.max(0, leftMs) };
}

/**
 * Attempts are counted per capture, and the one that was tried most is the nearest to the end.
 * While captures are asked for, their coming try is counted.
 */
function countAttempt(row: StatusRow, taken: TakenCaptures): number {
  const open = openCaptures(row);
  const counts = Object.values(taken);
  const tries = open.length > 0 ? open.map((capture) => (taken[capture] ?? 0) + 1) : counts;
  // An answer to a challenge is no try at the selfie, though a selfie comes with it.
  return Math.min(row.policy.maxAttempts, Math.max(1, ...tries));
}
