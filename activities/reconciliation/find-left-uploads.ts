import type { ReconciliationPage } from '../activity-types.js';
import type { ReconciliationDependencies } from './reconciliation-dependencies.js';

/** Four times the interval of the retention sweep, which removes them. */
const SWEEP_PATIENCE_MS = 3_600_000;

const BATCH = 100;

/**
 * Ended submissions whose uploads nobody has looked at, long after the retention sweep should have. They
 * are told of alone: the sweep is behind, or an operator has paused it so that nothing is erased.
 */
export async function findLeftUploads({
  ended,
  now,
}: Pick<ReconciliationDependencies, 'ended' | 'now'>): Promise<ReconciliationPage> {
  const left = await ended.listUntidied(new Date(now().getTime() - SWEEP_PATIENCE_MS), null, BATCH);
  return {
    findings: left.map(({ submissionId }) => ({
      kind: 'LEFT_UPLOADS',
      submissionId,
      isMended: false,
    })),
    next: null,
  };
}
