import { FlowName } from '../../../contract/flow.js';
import type { Evidence } from '../evidence/evidence.js';
import type { PlannedSession } from '../plan/plan-sessions.js';
import type { ObservedSession } from '../session/observed-session.js';

/** Contract section 9. */
const TRIES = 3;

/** Whether a partner has really been asked for a picture in vain: by three bad answers, or when it was away. */
export function mayLackPicture(
  { missedPictures, partnerDown }: Pick<Evidence, 'missedPictures' | 'partnerDown'>,
  { planned, partnerSessionId, startedMs, endedMs }: ObservedSession,
): boolean {
  if (!isPartnerAsked(planned)) return false;
  const missed = missedPictures.filter((one) => one === partnerSessionId);
  const wasDown = partnerDown.some(
    ({ fromMs, toMs }) => fromMs < (endedMs ?? Infinity) && toMs > startedMs,
  );
  return wasDown || missed.length >= TRIES;
}

/** In the sandbox nobody's reference image is looked at; addresses that were named are fetched there too. */
function isPartnerAsked({ flow, environment }: PlannedSession): boolean {
  if (flow === FlowName.FACE_MATCH) return true;
  return flow === FlowName.FACE_VERIFICATION && environment === 'PRODUCTION';
}
