import type { ErasureKey } from '../../contract/erasure.js';
import { toStartSubmission } from '../../contract/start-submission.js';
import { FIRST_DELIVERY } from '../../contract/workflow-id.js';
import type { Submission } from '../../db/submission-store.js';
import type { ErasureActivities } from '../activity-types.js';
import { mendDelivery } from '../callback/mend-delivery.js';
import { FailureType } from '../failure-type.js';
import { finalFailure, guardActivity, retryableFailure } from '../failure.js';
import { endWithoutRun } from '../submission/end-without-run.js';
import { eraseObjects } from './erase-objects.js';
import { endCallbacks, listOpenCallbacks } from './erase-runs.js';
import type { ErasureDependencies } from './erasure-dependencies.js';
import { proveErasure } from './prove-erasure.js';

export function createErasureActivities(dependencies: ErasureDependencies): ErasureActivities {
  return {
    endSubmission: guardActivity((key) => endSubmission(dependencies, key)),

    eraseContent: guardActivity(async (key) => {
      await eraseObjects(dependencies, key);
      if (key.scope === 'ALL') await dependencies.personalRows.eraseContent(key.submissionId);
    }),

    awaitCallbacks: guardActivity(async ({ submissionId }) => {
      const open = await listOpenCallbacks(dependencies, submissionId);
      if (open.length === 0) return;
      throw retryableFailure(FailureType.ErasureUnfinished, 'a callback is still tried');
    }),

    endCallbacks: guardActivity(({ submissionId }) => endCallbacks(dependencies, submissionId)),

    proveErasure: guardActivity((key) => proveErasure(dependencies, key)),
  };
}

/**
 * How long after an upload address has expired its object may still arrive: a PUT that began in
 * time, clocks that differ, an image that an activity of the ended submission was about to store.
 */
const LATE_WRITE_MS = 60_000;

async function endSubmission(
  dependencies: ErasureDependencies,
  { submissionId, scope }: ErasureKey,
): Promise<{ quietAt: string }> {
  const found = await dependencies.submissions.find(submissionId);
  if (found === null) {
    throw finalFailure(FailureType.SubmissionMissing, 'the submission has no row');
  }
  const { processedAt, closedAt, policy } = found;
  if (processedAt !== null) {
    if (scope === 'ALL' && found.erasedAt === null) await tellOfEnd(dependencies, submissionId);
    const lastGivenAt = closedAt ?? processedAt;
    const uploadsMs = policy.lifetimes.uploadUrl * 1000;
    return { quietAt: new Date(lastGivenAt.getTime() + uploadsMs + LATE_WRITE_MS).toISOString() };
  }
  if (scope === 'ALL') await askToEnd(dependencies, found);
  throw retryableFailure(FailureType.ErasureUnfinished, 'the submission is in progress');
}

/**
 * Reconciliation leaves this to the erasure: who recorded the end may have died before the callback was started, and
 * the workflow of one that is still tried may be lost.
 */
async function tellOfEnd(dependencies: ErasureDependencies, submissionId: string): Promise<void> {
  const { deliveries, runs } = dependencies;
  const [newest] = await deliveries.listDeliveries({ submissionId, limit: 1 });
  if (newest !== undefined && newest.state !== 'PENDING') return;
  const key = { submissionId, delivery: newest?.delivery ?? FIRST_DELIVERY };
  const run = await runs.findDelivery(key);
  if (run.state !== 'OPEN') await mendDelivery(dependencies, key, run);
}

const CANCELLED = { status: 'ERROR', result: null, reasonCode: 'CANCELLED_BY_PARTNER' } as const;

async function askToEnd(dependencies: ErasureDependencies, submission: Submission): Promise<void> {
  const isExpired = submission.expiresAt <= dependencies.now();
  const state = await dependencies.runs.end(toStartSubmission(submission), isExpired);
  if (state === 'ENDING') return;
  const run = await dependencies.runs.findSubmission(submission.id);
  // Begun again meanwhile, as by an operator's reset: it records its own end.
  if (run.state === 'OPEN') return;
  // What was decided counts, as where a database was put back. Without it the workflow was stopped or has failed.
  const decided = run.state === 'CLOSED' ? run.answer : null;
  await endWithoutRun(dependencies, submission, decided ?? CANCELLED);
}
