import { and, eq, isNotNull, isNull, ne, notLike, or } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { ErasureCounts } from '../contract/erasure.js';
import type { ErasedSessionDigests } from '../keys/erased-session-digests.js';
import type { Database } from './client.js';
import { noteFound } from './erasure-store.js';
import { assessment } from './schema/assessment.js';
import { browserSession, handoff, launchToken } from './schema/browser-entry.js';
import { capture } from './schema/capture.js';
import { deliveryAttempt } from './schema/delivery.js';
import { selfieFingerprint } from './schema/selfie-fingerprint.js';
import { submission } from './schema/submission.js';
import { userGrant } from './schema/user-grant.js';
import { guardStore } from './store-error.js';
import { SubmissionRowMissingError } from './submission-projection-store.js';

/**
 * Takes what is personal out of the rows of an ended submission whose erasure of scope `ALL` has
 * begun. Both steps may be repeated; what they erase is counted in the erasure's row, in the same
 * transaction.
 *
 * A new column or table with personal data belongs here, into `findRemains` above all.
 */
export interface PersonalRows {
  /** Card fields, captures, fingerprints, ways in and excerpts. The partner is still told by its ids. */
  eraseContent(submissionId: string): Promise<void>;
  /** The partner's ids, addresses and grants. The session id goes on being refused for another. */
  eraseIdentity(submissionId: string, at: Date): Promise<void>;
  /** Names of tables in which something is left. */
  findRemains(submissionId: string): Promise<readonly string[]>;
}

export function createPersonalRows(
  database: Database,
  sessionDigests: Pick<ErasedSessionDigests, 'digest'>,
): PersonalRows {
  return {
    eraseContent: (submissionId) =>
      guardStore('erasing content', () =>
        database.transaction(async (tx) => {
          // What is being saved about the submission is waited for; what comes later sees its end. Not FOR UPDATE:
          // whoever uses up a way in refers to the submission, and would wait while this waits for it.
          await tx
            .select({ id: submission.id })
            .from(submission)
            .where(eq(submission.id, submissionId))
            .for('no key update');
          await noteFound(
            tx,
            { submissionId, scope: 'ALL' },
            { counts: await eraseContent(tx, submissionId) },
          );
        }),
      ),

    eraseIdentity: async (submissionId, at) => {
      const isFound = await guardStore('erasing an identity', () =>
        database.transaction(async (tx) => {
          const isIt = eq(submission.id, submissionId);
          const [row] = await tx.select().from(submission).where(isIt).for('no key update');
          if (row === undefined) return false;
          const grants = await tx
            .delete(userGrant)
            .where(eq(userGrant.submissionId, submissionId))
            .returning({ id: userGrant.id });
          await noteFound(
            tx,
            { submissionId, scope: 'ALL' },
            { counts: { userGrants: grants.length } },
          );
          if (row.erasedAt !== null) return true;
          await tx
            .update(submission)
            .set({
              partnerUserId: '',
              partnerSessionId: sessionDigests.digest(row),
              requestDigest: '',
              successRedirectionUrl: null,
              failureRedirectionUrl: null,
              challenge: null,
              erasedAt: at,
            })
            .where(isIt);
          return true;
        }),
      );
      if (!isFound) throw new SubmissionRowMissingError();
    },

    findRemains: (submissionId) =>
      guardStore('looking for what is left', () => findRemains(database, submissionId)),
  };
}

async function eraseContent(
  tx: Database,
  submissionId: string,
): Promise<Omit<ErasureCounts, 'userGrants'>> {
  const fields = await tx
    .update(assessment)
    .set({ ktpSealed: null })
    .where(and(eq(assessment.submissionId, submissionId), isNotNull(assessment.ktpSealed)))
    .returning({ attempt: assessment.attempt });
  const excerpts = await tx
    .update(deliveryAttempt)
    .set({ answerExcerpt: null })
    .where(
      and(eq(deliveryAttempt.submissionId, submissionId), isNotNull(deliveryAttempt.answerExcerpt)),
    )
    .returning({ attempt: deliveryAttempt.attempt });
  const captures = await tx
    .delete(capture)
    .where(eq(capture.submissionId, submissionId))
    .returning({ attempt: capture.attempt });
  const prints = await tx
    .delete(selfieFingerprint)
    .where(eq(selfieFingerprint.submissionId, submissionId))
    .returning({ attempt: selfieFingerprint.attempt });
  const launches = await tx
    .delete(launchToken)
    .where(eq(launchToken.submissionId, submissionId))
    .returning({ id: launchToken.submissionId });
  const areHandoffs = eq(handoff.submissionId, submissionId);
  // A phone that is claiming one is waited for, so that its session is seen.
  await tx.select({ id: handoff.id }).from(handoff).where(areHandoffs).for('update');
  // Before the hand-offs, which they refer to.
  const sessions = await tx
    .delete(browserSession)
    .where(eq(browserSession.submissionId, submissionId))
    .returning({ id: browserSession.submissionId });
  const handoffs = await tx.delete(handoff).where(areHandoffs).returning({ id: handoff.id });
  return {
    cardFields: fields.length,
    captures: captures.length,
    selfieFingerprints: prints.length,
    browserEntries: launches.length + sessions.length + handoffs.length,
    answerExcerpts: excerpts.length,
  };
}

/** A table, and which of its rows say something of the submission's person. */
type Remains = readonly [name: string, table: PgTable, isLeft: ReturnType<typeof and>];

async function findRemains(database: Database, id: string): Promise<readonly string[]> {
  const isNamed = or(
    isNull(submission.erasedAt),
    ne(submission.partnerUserId, ''),
    ne(submission.requestDigest, ''),
    notLike(submission.partnerSessionId, 'erased:%'),
    isNotNull(submission.successRedirectionUrl),
    isNotNull(submission.failureRedirectionUrl),
    isNotNull(submission.challenge),
  );
  const places: readonly Remains[] = [
    ['submission', submission, and(eq(submission.id, id), isNamed)],
    [
      'assessment',
      assessment,
      and(eq(assessment.submissionId, id), isNotNull(assessment.ktpSealed)),
    ],
    ['capture', capture, eq(capture.submissionId, id)],
    ['selfie_fingerprint', selfieFingerprint, eq(selfieFingerprint.submissionId, id)],
    ['launch_token', launchToken, eq(launchToken.submissionId, id)],
    ['browser_session', browserSession, eq(browserSession.submissionId, id)],
    ['handoff', handoff, eq(handoff.submissionId, id)],
    ['user_grant', userGrant, eq(userGrant.submissionId, id)],
    [
      'delivery_attempt',
      deliveryAttempt,
      and(eq(deliveryAttempt.submissionId, id), isNotNull(deliveryAttempt.answerExcerpt)),
    ],
  ];
  const left: string[] = [];
  for (const [name, table, isLeft] of places) {
    if ((await database.$count(table, isLeft)) > 0) left.push(name);
  }
  return left;
}
