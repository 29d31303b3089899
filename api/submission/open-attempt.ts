import type { DocumentType } from '../../contract/flow.js';
import type { Submission } from '../../db/submission-store.js';

export type AttemptView = Pick<
  Submission,
  'status' | 'awaiting' | 'confirmedAttempt' | 'judgedAttempt'
>;

/** Whether an attempt was confirmed and is being judged. */
export function isInFlight({ status, confirmedAttempt, judgedAttempt }: AttemptView): boolean {
  return status === 'IN_PROGRESS' && confirmedAttempt > judgedAttempt;
}

/** The attempt that captures belong to now: the one in flight, else the one after the last. */
export function currentAttempt(submission: AttemptView): number {
  const { confirmedAttempt, judgedAttempt } = submission;
  return isInFlight(submission) ? confirmedAttempt : Math.max(confirmedAttempt, judgedAttempt) + 1;
}

/** What the person is asked for now: nothing while an attempt is in flight or after the end. */
export function openCaptures(submission: AttemptView): readonly DocumentType[] {
  return submission.status === 'IN_PROGRESS' && !isInFlight(submission) ? submission.awaiting : [];
}
