import type { SubmissionRow } from '../evidence/read-rows.js';
import type { Evidence } from '../evidence/evidence.js';
import type { ObservedSession } from '../session/observed-session.js';

/** The row of a session, if the platform has ever heard of it. */
export function findRow(
  { submissions }: Pick<Evidence, 'submissions'>,
  { partner, partnerSessionId }: Pick<ObservedSession, 'partner' | 'partnerSessionId'>,
): SubmissionRow | undefined {
  return submissions.find(
    (row) => row.partnerCode === partner && row.partnerSessionId === partnerSessionId,
  );
}
