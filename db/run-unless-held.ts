import { eq } from 'drizzle-orm';
import type { Database } from './client.js';
import { inTransaction } from './in-transaction.js';
import { createLegalHoldStore } from './legal-hold-store.js';
import { createPartnerStore } from './partner-store.js';
import { submission } from './schema/submission.js';

/**
 * The partner is locked, as it is while a legal hold is placed: whichever comes first, the other sees it. What
 * `run` throws comes out as it is. Answers whether it ran.
 */
export function runUnlessHeld(
  database: Database,
  submissionId: string,
  run: () => Promise<void>,
): Promise<boolean> {
  return inTransaction(database, 'looking for legal holds', async (tx) => {
    const [row] = await tx
      .select({ partnerCode: submission.partnerCode })
      .from(submission)
      .where(eq(submission.id, submissionId));
    if (row === undefined) return false;
    await createPartnerStore(tx).lock(row.partnerCode);
    const holds = await createLegalHoldStore(tx).findOn(submissionId);
    if (holds.length > 0) return false;
    await run();
    return true;
  });
}
