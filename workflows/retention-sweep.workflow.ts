import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  log,
  patched,
} from '@temporalio/workflow';
import type { SweptBatch } from '../activities/activity-types.js';
import type { ErasureKey } from '../contract/erasure.js';
import { retention } from './activity-proxies.js';

/** A sweep is bounded: what is left of a large backlog is the next one's. */
const MAX_BATCHES = 20;

/**
 * Begins the erasure of what is overdue, and starts every erasure that has begun and does not run:
 * those of this sweep, and those whose start was missed. Then takes away what submissions that have
 * ended left beside what they took, and starts the renewals of data keys whose start was missed. A step that fails keeps none of the others from being done: the sweep
 * fails at its end, so that an operator sees it.
 */
export async function retentionSweep(): Promise<void> {
  const failed: string[] = [];
  const attempt = async (name: string, step: () => Promise<boolean>): Promise<void> => {
    if (!(await isDone(name, step))) failed.push(name);
  };
  await attempt('beginOverdue', () => sweepBatches(() => retention.beginOverdue()));
  await attempt('startPending', startPending);
  await attempt('deleteExpiredGrants', deleteExpiredGrants);
  if (patched('stray objects are removed')) {
    await attempt('removeStray', () => sweepBatches((after) => retention.removeStray({ after })));
  }
  if (patched('missed renewals are started')) await attempt('startRenewals', startRenewals);
  if (failed.length > 0) {
    const message = `a sweep has not done all of ${failed.join(', ')}`;
    throw ApplicationFailure.nonRetryable(message, 'SweepUnfinished');
  }
}

/** Whether the step has done all that it found. */
async function isDone(name: string, step: () => Promise<boolean>): Promise<boolean> {
  try {
    return await step();
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    log.error('a step of a sweep has failed', { step: name });
    return false;
  }
}

async function sweepBatches(
  sweep: (after: string | null) => Promise<SweptBatch>,
): Promise<boolean> {
  let failures = 0;
  let after: string | null = null;
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const { hasMore, failed = 0, next = null }: SweptBatch = await sweep(after);
    failures += failed;
    after = next;
    if (!hasMore) break;
  }
  return failures === 0;
}

async function startPending(): Promise<boolean> {
  let after: ErasureKey | null = null;
  for (let page = 0; page < MAX_BATCHES; page += 1) {
    after = await retention.startPending({ after });
    if (after === null) break;
  }
  return true;
}

async function startRenewals(): Promise<boolean> {
  await retention.startRenewals();
  return true;
}

async function deleteExpiredGrants(): Promise<boolean> {
  await retention.deleteExpiredGrants();
  return true;
}
