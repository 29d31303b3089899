import { submissionWorkflowId } from '../../contract/workflow-id.js';
import type { ErasureDependencies } from './erasure-dependencies.js';
import type { SubmissionRun } from '../submission/submission-runs.js';

type Runs = Pick<ErasureDependencies, 'runs' | 'deliveries'>;

/** More than anybody replays; those of one submission are listed at once. */
const MAX_DELIVERIES = 1000;

/** A replay has its number before it has its row. */
export async function listRuns(
  { runs, deliveries }: Runs,
  submissionId: string,
): Promise<readonly SubmissionRun[]> {
  return runs.list(submissionId, await deliveries.nextDeliveryNumber(submissionId));
}

/**
 * Also the submission's own while it is open: it starts the first callback before it closes, so
 * that none is missed.
 */
export async function listOpenCallbacks(
  dependencies: Runs,
  submissionId: string,
): Promise<readonly SubmissionRun[]> {
  return (await listRuns(dependencies, submissionId)).filter(({ isOpen }) => isOpen);
}

/** They were not delivered in the time that an erasure waits for them. */
export async function endCallbacks(dependencies: Runs, submissionId: string): Promise<void> {
  const { runs } = dependencies;
  for (const run of await listOpenCallbacks(dependencies, submissionId)) {
    if (run.workflowId !== submissionWorkflowId(submissionId)) await runs.remove(run);
  }
  await giveUpPending(dependencies, submissionId);
}

/** Nobody tries them any more. */
export async function giveUpPending(
  { deliveries }: Pick<ErasureDependencies, 'deliveries'>,
  submissionId: string,
): Promise<void> {
  const pending = await deliveries.listDeliveries({
    submissionId,
    state: 'PENDING',
    limit: MAX_DELIVERIES,
  });
  for (const { delivery } of pending) {
    await deliveries.settleDelivery({ submissionId, delivery }, 'DEAD');
  }
}

/** Noted first, as objects are. */
export async function eraseRuns(
  dependencies: Runs & Pick<ErasureDependencies, 'erasures'>,
  submissionId: string,
): Promise<void> {
  const found = await listRuns(dependencies, submissionId);
  if (found.length === 0) return;
  const workflows = [...new Set(found.map(({ workflowId }) => workflowId))];
  await dependencies.erasures.note({ submissionId, scope: 'ALL' }, { workflows });
  for (const run of found) await dependencies.runs.remove(run);
}
