import type { Database } from '../../db/client.js';
import { createErasureStore } from '../../db/erasure-store.js';

/** Of everything of a submission, on request. Answers whether none had begun before. */
export function beginErasure(database: Database, submissionId: string, at: Date): Promise<boolean> {
  return createErasureStore(database).begin({
    submissionId,
    scope: 'ALL',
    rule: 'REQUEST',
    retentionDays: null,
    requestId: null,
    begunAt: at,
  });
}
