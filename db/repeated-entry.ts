import { and, eq } from 'drizzle-orm';
import type { BrowserSession } from './browser-entry-store.js';
import type { Database } from './client.js';
import { browserSession } from './schema/browser-entry.js';

/** A phone that lost the answer looks for its connection every two minutes at the latest, and may lie in a pocket. */
const REPEATABLE_MS = 10 * 60 * 1000;

/** Whether what was used up then may still be asked for again by whoever has used it. */
export function isRepeatable(usedAt: Date, now: Date): boolean {
  return now.getTime() - usedAt.getTime() <= REPEATABLE_MS;
}

/**
 * Whether it was this browser itself that used a token or code up, and lost the answer: only the same token with the
 * same repeat key makes the same secret.
 */
export async function holdsSession(
  tx: Database,
  { secretHash, submissionId }: Pick<BrowserSession, 'secretHash' | 'submissionId'>,
): Promise<boolean> {
  const rows = await tx
    .select({ submissionId: browserSession.submissionId })
    .from(browserSession)
    .where(
      and(eq(browserSession.secretHash, secretHash), eq(browserSession.submissionId, submissionId)),
    );
  return rows.length > 0;
}
