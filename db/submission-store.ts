import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { CaptureRef } from '../contract/capture.js';
import type { PartnerEnvironment } from '../contract/sandbox.js';
import type { ErasedSessionDigests } from '../keys/erased-session-digests.js';
import type { Database } from './client.js';
import { insertCaptures, type ConfirmedAttempt } from './insert-captures.js';
import { capture } from './schema/capture.js';
import { submission } from './schema/submission.js';
import { guardStore } from './store-error.js';

export type Submission = Readonly<typeof submission.$inferSelect>;

/** The facts given at initiate; the rest begins as the schema says. */
export type NewSubmission = Omit<
  Submission,
  | 'status'
  | 'result'
  | 'reasonCode'
  | 'nextAction'
  | 'challenge'
  | 'confirmedAttempt'
  | 'judgedAttempt'
  | 'tries'
  | 'processedAt'
  | 'closedAt'
  | 'startedAt'
  | 'tidiedAt'
  | 'erasedAt'
>;

/** The API's side of submissions. Times are the database's own timestamps. */
export interface SubmissionStore {
  /**
   * The row that was there before wins: one submission per partner and partner session id, also
   * when it is erased.
   */
  createOrFind(created: NewSubmission): Promise<Submission>;
  find(submissionId: string): Promise<Submission | null>;
  findByPublicId(publicId: string): Promise<Submission | null>;
  /** Also one that is erased, of whose session id a digest is left. */
  findByPartnerSession(partnerCode: string, partnerSessionId: string): Promise<Submission | null>;
  /** Notes that the workflow was started. Repeatable. */
  recordStart(submissionId: string, startedAt: Date): Promise<void>;
  /** What is in progress, was created before `until` and has no noted start; the oldest first. */
  listUnstarted(until: Date, limit: number): Promise<readonly Submission[]>;
  /** Repeatable, and never goes back to an earlier attempt. */
  recordConfirm(confirmed: ConfirmedAttempt): Promise<void>;
  /** What an attempt was confirmed with; empty when it was not. */
  listConfirmed(submissionId: string, attempt: number): Promise<readonly CaptureRef[]>;
  /**
   * Attempts of all partners that were confirmed and are not judged. Those of the sandbox are none of
   * them: they ask nothing of the models, and one may wait for an hour because its user id says so.
   */
  countInFlight: () => Promise<number>;
  /** Face matches of a partner that were confirmed and are not judged. */
  countUnjudgedMatches: (partnerCode: string, environment: PartnerEnvironment) => Promise<number>;
}

export function createSubmissionStore(
  database: Database,
  sessionDigests: Pick<ErasedSessionDigests, 'listDigests'>,
): SubmissionStore {
  const findByPartnerSession = (partnerCode: string, partnerSessionId: string) =>
    findOne(
      database,
      isOfSession(partnerCode, [
        partnerSessionId,
        ...sessionDigests.listDigests({ partnerCode, partnerSessionId }),
      ]),
    );

  return {
    createOrFind: (created) =>
      guardStore('creating a submission', async () => {
        const digests = sessionDigests.listDigests(created);
        const found = await createUnlessErased(database, created, digests);
        const before =
          found ?? (await findByPartnerSession(created.partnerCode, created.partnerSessionId));
        if (before === null) throw new Error('neither inserted nor found');
        return before;
      }),

    find: (id) =>
      guardStore('finding a submission', () => findOne(database, eq(submission.id, id))),

    findByPublicId: (publicId) =>
      guardStore('finding a submission', () =>
        findOne(database, eq(submission.publicId, publicId)),
      ),

    findByPartnerSession: (partnerCode, partnerSessionId) =>
      guardStore('finding a submission', () => findByPartnerSession(partnerCode, partnerSessionId)),

    recordStart: (id, startedAt) =>
      guardStore('recording a start', async () => {
        await database
          .update(submission)
          .set({ startedAt })
          .where(and(eq(submission.id, id), isNull(submission.startedAt)));
      }),

    listUnstarted: (until, limit) =>
      guardStore('listing submissions without a start', () =>
        database
          .select()
          .from(submission)
          .where(
            and(
              isNull(submission.startedAt),
              eq(submission.status, 'IN_PROGRESS'),
              lt(submission.createdAt, until),
            ),
          )
          .orderBy(submission.createdAt)
          .limit(limit),
      ),

    recordConfirm: (confirmed) =>
      guardStore('recording a confirm', () => recordConfirm(database, confirmed)),

    listConfirmed: (submissionId, attempt) =>
      guardStore('listing confirmed captures', () =>
        database
          .select({
            documentType: capture.documentType,
            key: capture.objectKey,
            sha256: capture.sha256,
            bytes: capture.bytes,
          })
          .from(capture)
          .where(and(eq(capture.submissionId, submissionId), eq(capture.attempt, attempt))),
      ),

    countInFlight: () =>
      guardStore('counting attempts in flight', () => database.$count(submission, isInFlight)),

    countUnjudgedMatches: (partnerCode, environment) =>
      guardStore('counting face matches', () => {
        const isOfPartner = eq(submission.partnerCode, partnerCode);
        const isOfEnvironment = eq(submission.environment, environment);
        return database.$count(submission, and(isOfPartner, isOfEnvironment, isUnjudgedMatch));
      }),
  };
}

/** In the words of the index of these rows. */
const isInFlight = sql`${submission.status} = 'IN_PROGRESS' and ${submission.environment} = 'PRODUCTION' and ${submission.confirmedAttempt} > ${submission.judgedAttempt}`;

/** In the words of their index, too. */
const isUnjudgedMatch = sql`${submission.status} = 'IN_PROGRESS' and ${submission.flow} = 'FACE_MATCH' and ${submission.confirmedAttempt} > ${submission.judgedAttempt}`;

async function findOne(
  database: Database,
  where: ReturnType<typeof and>,
): Promise<Submission | null> {
  const [row] = await database.select().from(submission).where(where);
  return row ?? null;
}

function isOfSession(partnerCode: string, sessionIds: readonly string[]) {
  return and(
    eq(submission.partnerCode, partnerCode),
    inArray(submission.partnerSessionId, [...sessionIds]),
  );
}

/**
 * Null when there is such a submission. An erased one is looked for after the insert, which waits
 * for an erasure of the same session that is being stored: looked for before, it could be missed.
 */
async function createUnlessErased(
  database: Database,
  created: NewSubmission,
  digests: readonly string[],
): Promise<Submission | null> {
  return database.transaction(async (tx) => {
    const [row] = await tx
      .insert(submission)
      .values(created)
      .onConflictDoNothing({ target: [submission.partnerCode, submission.partnerSessionId] })
      .returning();
    if (row === undefined) return null;
    const erased = await findOne(tx, isOfSession(created.partnerCode, digests));
    if (erased !== null) await tx.delete(submission).where(eq(submission.id, row.id));
    return erased ?? row;
  });
}

async function recordConfirm(database: Database, confirmed: ConfirmedAttempt): Promise<void> {
  const { submissionId, attempt } = confirmed;
  await database.transaction(async (tx) => {
    await insertCaptures(tx, confirmed);
    await tx
      .update(submission)
      .set({ confirmedAttempt: sql`greatest(${submission.confirmedAttempt}, ${attempt})` })
      .where(eq(submission.id, submissionId));
  });
}
