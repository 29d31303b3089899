import type { Challenge } from '../../../contract/challenge.js';
import type { SubmissionStatusView } from '../../../contract/schema/submission-status.js';
import type { Submission } from '../../../db/submission-store.js';
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
  | 'tries'
  | 'policy'
  | 'challenge'
>;

export interface StatusContext {
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
  { handoff, now, captureLocks }: StatusContext,
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
    attempt: countAttempt(row),
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
 * Attempts are counted per capture, and the one that was tried most is the nearest to the end. Until
 * what was asked for is judged, that try is counted; an answer to a challenge is none.
 */
function countAttempt({ status, awaiting, challenge, tries, policy }: StatusRow): number {
  const coming = challenge === null ? 1 : 0;
  const counts =
    status === 'IN_PROGRESS'
      ? awaiting.map((capture) => (tries[capture] ?? 0) + coming)
      : Object.values(tries);
  return Math.min(policy.maxAttempts, Math.max(1, ...counts));
}
