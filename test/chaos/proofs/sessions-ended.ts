import { parseSandboxUserId } from '../../../contract/sandbox.js';
import type { Evidence } from '../evidence/evidence.js';
import type { SubmissionRow } from '../evidence/read-rows.js';
import { Conduct } from '../plan/plan-sessions.js';
import type { ObservedSession } from '../session/observed-session.js';
import { findRow } from './find-row.js';
import { mayLackPicture } from './may-lack-picture.js';
import type { Proof } from './proof.js';

/** Nobody is left waiting: what was confirmed has a verdict, what was not has expired. */
export const sessionsEnded: Proof = {
  claim: 'Every session ended, and one that was never confirmed expired when its time was over',
  count: ({ sessions }) => sessions.length,
  findProblems: (evidence) => {
    const known = new Set(evidence.sessions.map(({ partnerSessionId }) => partnerSessionId));
    return [
      ...evidence.sessions.flatMap((session) => {
        const problem = findProblem(evidence, session, findRow(evidence, session));
        return problem === null ? [] : [`Session ${describe(session)}: ${problem}`];
      }),
      ...evidence.submissions
        .filter(({ partnerSessionId }) => !known.has(partnerSessionId))
        .map(({ id }) => `Submission ${id} belongs to no session`),
    ];
  },
};

function findProblem(
  evidence: Evidence,
  session: ObservedSession,
  row: SubmissionRow | undefined,
): string | null {
  const { planned, failure } = session;
  if (failure !== null) return `its client gave up: ${failure}`;
  // An initiate that was never answered may never have arrived.
  if (row === undefined) return planned.conduct === Conduct.VANISH ? null : 'it has no row';
  if (row.status === 'IN_PROGRESS' || row.processedAt === null) return 'it has not ended';
  const isConfirmed = planned.conduct === Conduct.FINISH || planned.conduct === Conduct.CANCEL;
  if (!isConfirmed) return findExpiryProblem(row);
  return isFair(evidence, session, row) ? null : `it ended in ${String(row.reasonCode)}`;
}

/** Whether the partner, its server or the sandbox made it end so; our own failures never are fair. */
function isFair(
  evidence: Evidence,
  session: ObservedSession,
  { reasonCode }: SubmissionRow,
): boolean {
  const { conduct, userId } = session.planned;
  const forced = parseSandboxUserId(userId)?.outcome;
  if (forced?.kind === 'ERROR' && forced.reasonCode === reasonCode) return true;
  if (reasonCode === 'CANCELLED_BY_PARTNER') return conduct === Conduct.CANCEL;
  if (reasonCode === 'REFERENCE_IMAGE_UNAVAILABLE') return mayLackPicture(evidence, session);
  return reasonCode !== 'SESSION_TIMEOUT' && reasonCode !== 'GENERIC_SERVICE_ERROR';
}

function findExpiryProblem({ reasonCode, expiresAt, processedAt }: SubmissionRow): string | null {
  if (reasonCode !== 'SESSION_TIMEOUT') return `it ended with ${String(reasonCode)}`;
  return processedAt !== null && processedAt < expiresAt ? 'it expired too early' : null;
}

function describe({ planned }: ObservedSession): string {
  return `${String(planned.number)} (${planned.flow}, ${planned.conduct})`;
}
