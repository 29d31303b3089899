import { patched } from '@temporalio/workflow';
import type { ErasureKey } from '../contract/erasure.js';
import { retention } from './activity-proxies.js';

/** A sweep is bounded: what is left of a large backlog is the next one's. */
const MAX_BATCHES = 20;

/**
 * Begins the erasure of what is overdue, and starts every erasure that has begun and does not run:
 * those of this sweep, and those whose start was missed. Then takes away what submissions that have
 * ended left beside what they took.
 */
export async function retentionSweep(): Promise<void> {
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const { hasMore } = await retention.beginOverdue();
    if (!hasMore) break;
  }
  let after: ErasureKey | null = null;
  for (let page = 0; page < MAX_BATCHES; page += 1) {
    after = await retention.startPending({ after });
    if (after === null) break;
  }
  await retention.deleteExpiredGrants();
  if (!patched('stray objects are removed')) return;
  for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
    const { hasMore } = await retention.removeStray();
    if (!hasMore) break;
  }
}
