import type { HandoffState } from '../../contract/handoff.js';
import { smartQrOf } from '../../contract/smart-qr.js';
import type { Handoff, HandoffStore } from '../../db/handoff-store.js';
import type { Submission } from '../../db/submission-store.js';
import { handoffInProgress, handoffRequired } from '../errors.js';
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
 * The latest hand-off of a submission. Without Smart QR nobody can have begun one, so that status,
 * which devices ask for every second, asks nobody either.
 */
export async function findHandoff(
  handoffs: Pick<HandoffStore, 'findLatest'>,
  submission: Pick<Submission, 'id' | 'allowQr' | 'forceQr'>,
): Promise<Handoff | null> {
  return smartQrOf(submission) === 'OFF' ? null : handoffs.findLatest(submission.id);
}

/**
 * While a phone has taken over, it alone may send captures: those of two devices would replace
 * each other. With `forceQr` the first device never may, whatever its app makes of it.
 *
 * @throws ApiError 409, or 403 where the first device has to hand over
 */
export async function refuseOutOfTurn(
  handoffs: Pick<HandoffStore, 'findLatest'>,
  { submission, handoffId }: UserVisit,
): Promise<void> {
  const latest = await findHandoff(handoffs, submission);
  if (latest !== null && latest.id !== handoffId) {
    const isTakenOver = latest.claimedAt !== null && latest.endedAt === null;
    if (isTakenOver) throw handoffInProgress();
  }
  if (submission.status !== 'IN_PROGRESS' || handoffId !== null) return;
  if (smartQrOf(submission) === 'ALWAYS') throw handoffRequired();
}
