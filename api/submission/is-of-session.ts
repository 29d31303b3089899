import type { Submission } from '../../db/submission-store.js';
import type { ErasedSessionDigests } from '../../keys/erased-session-digests.js';

export type SessionDigests = Pick<ErasedSessionDigests, 'listDigests'>;

/** Whether the id names the submission's session. Of an erased one a digest is left to compare. */
export function isOfSession(
  { partnerCode, partnerSessionId, erasedAt }: Submission,
  named: string,
  sessionDigests: SessionDigests,
): boolean {
  if (erasedAt === null) return named === partnerSessionId;
  return sessionDigests
    .listDigests({ partnerCode, partnerSessionId: named })
    .includes(partnerSessionId);
}
