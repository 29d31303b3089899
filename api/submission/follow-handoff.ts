import type { HandoffState } from '../../contract/handoff.js';
import type { Handoff, HandoffStore } from '../../db/handoff-store.js';
import { handoffInProgress } from '../errors.js';
import { openCaptures, type AttemptView } from './open-attempt.js';
import type { UserVisit } from './submission-access.js';

export type HandoffRow = Pick<Handoff, 'expiresAt' | 'claimedAt' | 'capturedAt' | 'endedAt'>;

/** Where the latest hand-off of a submission is. Its submission tells whether a capture is due. */
export function handoffStateOf(
  handoff: HandoffRow,
  submission: AttemptView,
  now: Date,
): HandoffState {
  if (handoff.endedAt !== null) return 'ENDED';
  if (handoff.claimedAt === null) return handoff.expiresAt <= now ? 'ENDED' : 'WAITING';
  const isDue = openCaptures(submission).length > 0;
  return handoff.capturedAt !== null && !isDue ? 'CAPTURED' : 'OPENED';
}

/**
 * While a phone has taken over, it alone may send captures: those of two devices would replace
 * each other.
 *
 * @throws ApiError 409
 */
export async function refuseWhileHandedOver(
  handoffs: Pick<HandoffStore, 'findLatest'>,
  { submission, handoffId }: UserVisit,
): Promise<void> {
  const latest = await handoffs.findLatest(submission.id);
  if (latest === null || latest.id === handoffId) return;
  const isTakenOver = latest.claimedAt !== null && latest.endedAt === null;
  if (isTakenOver) throw handoffInProgress();
}
