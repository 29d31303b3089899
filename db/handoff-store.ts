import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { BrowserSession } from './browser-entry-store.js';
import type { Database } from './client.js';
import { holdsSession, isRepeatable } from './repeated-entry.js';
import { browserSession, handoff } from './schema/browser-entry.js';
import { submission } from './schema/submission.js';
import { guardStore } from './store-error.js';

export type Handoff = Readonly<typeof handoff.$inferSelect>;

export type NewHandoff = Omit<Handoff, 'claimedAt' | 'capturedAt' | 'endedAt'>;

export interface HandoffClaim {
  readonly submissionId: string;
  /** SHA-256 hex of the code. */
  readonly codeHash: string;
  readonly now: Date;
  /** Stored in the same transaction that uses the code up. */
  readonly session: Pick<BrowserSession, 'secretHash' | 'expiresAt'>;
}

export type HandoffClaimOutcome =
  | { readonly outcome: 'CLAIMED'; readonly handoffId: string }
  /** EXPIRED also where it was ended before a phone came. */
  | { readonly outcome: 'ALREADY_USED' | 'EXPIRED' | 'UNKNOWN' };

/**
 * Phones that take over from a desktop. Of a submission one hand-off at most is not ended, which the
 * database holds to.
 */
export interface HandoffStore {
  /** Ends the one before. */
  openHandoff(opened: NewHandoff): Promise<void>;
  /** Of two phones at the same moment one alone succeeds; the same one may repeat it, see `repeated-entry.ts`. */
  claimHandoff(claim: HandoffClaim): Promise<HandoffClaimOutcome>;
  find(handoffId: string): Promise<Handoff | null>;
  findLatest(submissionId: string): Promise<Handoff | null>;
  recordCaptured(handoffId: string, at: Date): Promise<void>;
  /** Repeatable: the first end counts. */
  endHandoff(handoffId: string, at: Date): Promise<void>;
}

export function createHandoffStore(database: Database): HandoffStore {
  return {
    openHandoff: (opened) => guardStore('opening a hand-off', () => openHandoff(database, opened)),

    claimHandoff: (claim) => guardStore('claiming a hand-off', () => claimHandoff(database, claim)),

    find: (handoffId) =>
      guardStore('finding a hand-off', async () => {
        const [row] = await database.select().from(handoff).where(eq(handoff.id, handoffId));
        return row ?? null;
      }),

    findLatest: (submissionId) =>
      guardStore('finding a hand-off', async () => {
        const [row] = await database
          .select()
          .from(handoff)
          .where(eq(handoff.submissionId, submissionId))
          // The one that is open comes first; an id of version 7 tells the order of the others.
          .orderBy(desc(isNull(handoff.endedAt)), desc(handoff.createdAt), desc(handoff.id))
          .limit(1);
        return row ?? null;
      }),

    recordCaptured: (handoffId, at) =>
      guardStore('recording a hand-off', async () => {
        await database.update(handoff).set({ capturedAt: at }).where(eq(handoff.id, handoffId));
      }),

    endHandoff: (handoffId, at) =>
      guardStore('ending a hand-off', async () => {
        const isOpen = and(eq(handoff.id, handoffId), isNull(handoff.endedAt));
        await database.update(handoff).set({ endedAt: at }).where(isOpen);
      }),
  };
}

function openHandoff(database: Database, opened: NewHandoff): Promise<void> {
  const { submissionId, createdAt } = opened;
  return database.transaction(async (tx) => {
    // Two that open at the same moment take turns: else neither would see the other's to end it.
    // Not FOR UPDATE: a claim, which refers to the submission, would wait while this waits for it.
    await tx
      .select({ id: submission.id })
      .from(submission)
      .where(eq(submission.id, submissionId))
      .for('no key update');
    await tx
      .update(handoff)
      .set({ endedAt: createdAt })
      .where(and(eq(handoff.submissionId, submissionId), isNull(handoff.endedAt)));
    await tx.insert(handoff).values(opened);
  });
}

function claimHandoff(
  database: Database,
  { submissionId, codeHash, now, session }: HandoffClaim,
): Promise<HandoffClaimOutcome> {
  const isCode = and(eq(handoff.codeHash, codeHash), eq(handoff.submissionId, submissionId));
  return database.transaction(async (tx) => {
    const [claimed] = await tx
      .update(handoff)
      .set({ claimedAt: now })
      .where(
        and(isCode, isNull(handoff.claimedAt), isNull(handoff.endedAt), gt(handoff.expiresAt, now)),
      )
      .returning({ id: handoff.id });
    if (claimed !== undefined) {
      await tx.insert(browserSession).values({ ...session, submissionId, handoffId: claimed.id });
      return { outcome: 'CLAIMED', handoffId: claimed.id };
    }
    const [found] = await tx.select().from(handoff).where(isCode);
    if (found === undefined) return { outcome: 'UNKNOWN' };
    const { id: handoffId, claimedAt, endedAt } = found;
    if (claimedAt === null) return { outcome: 'EXPIRED' };
    const isRepeat =
      endedAt === null &&
      isRepeatable(claimedAt, now) &&
      (await holdsSession(tx, { ...session, submissionId }));
    return isRepeat ? { outcome: 'CLAIMED', handoffId } : { outcome: 'ALREADY_USED' };
  });
}
