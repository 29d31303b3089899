import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { ErasureScope } from '../contract/erasure.js';
import type { RetainedSubmission, RetentionCutoffs } from '../contract/retention.js';
import type { EndedCaptures } from '../contract/stray-objects.js';
import type { Database } from './client.js';
import { isOfUser } from './is-of-user.js';
import { isOnHold, type PartnerUser } from './legal-hold-store.js';
import { runUnlessHeld } from './run-unless-held.js';
import { capture } from './schema/capture.js';
import { erasure } from './schema/erasure.js';
import { submission } from './schema/submission.js';
import { userGrant } from './schema/user-grant.js';
import { guardStore } from './store-error.js';

export interface KeptSubmission extends RetainedSubmission {
  readonly submissionId: string;
}

/** Submissions that still hold something personal, as erasing finds them. */
export interface KeptSubmissionStore {
  /** The oldest that retention may take, none of which is on hold: those would fill the batch. */
  listOverdue(
    partnerCode: string,
    cutoffs: RetentionCutoffs,
    limit: number,
  ): Promise<readonly KeptSubmission[]>;
  /**
   * The first to end of those whose objects nobody has tidied, when no upload address of theirs is good
   * any more: a confirm that was under way at the end is over then too. None of them is on hold.
   *
   * @param after the last submission of the page before
   */
  listUntidied(now: Date, after: string | null, limit: number): Promise<readonly EndedCaptures[]>;
  recordTidied(submissionId: string, at: Date): Promise<void>;
  /** While no legal hold can be placed on the submission; not where one stands. Answers whether it ran. */
  runUnlessHeld(submissionId: string, run: () => Promise<void>): Promise<boolean>;
  /** Of all flows and environments. */
  listOfUser(user: PartnerUser): Promise<readonly string[]>;
  /** Whose it is; null when there is no such submission. */
  findPartnerCode(submissionId: string): Promise<string | null>;
  /** Whatever user tokens were made of, bound to a submission or not. Answers how many. */
  deleteGrantsOfUser(user: PartnerUser): Promise<number>;
}

export function createKeptSubmissionStore(database: Database): KeptSubmissionStore {
  return {
    listOverdue: (partnerCode, cutoffs, limit) =>
      guardStore('listing overdue submissions', async () => {
        const rows = await database
          .select({
            submissionId: submission.id,
            processedAt: submission.processedAt,
            expiresAt: submission.expiresAt,
            isOnHold: isOnHold(),
            scopes: sql<ErasureScope[]>`${listScopes()}`,
          })
          .from(submission)
          .where(
            and(
              eq(submission.partnerCode, partnerCode),
              isNull(submission.erasedAt),
              isOverdue(cutoffs),
              sql`not ${isOnHold()}`,
            ),
          )
          .orderBy(asc(submission.processedAt), asc(submission.id))
          .limit(limit);
        return rows.map(({ scopes, ...row }) => ({ ...row, erasures: scopes }));
      }),

    listUntidied: (now, after, limit) =>
      guardStore('listing untidied submissions', () => listUntidied(database, now, after, limit)),

    recordTidied: (submissionId, at) =>
      guardStore('recording that a submission is tidied', async () => {
        await database
          .update(submission)
          .set({ tidiedAt: at })
          .where(eq(submission.id, submissionId));
      }),

    runUnlessHeld: (submissionId, run) => runUnlessHeld(database, submissionId, run),

    listOfUser: (user) =>
      guardStore('listing submissions of a partner user', async () => {
        const rows = await database
          .select({ id: submission.id })
          .from(submission)
          .where(and(isOfUser(user), isNull(submission.erasedAt)))
          .orderBy(asc(submission.id));
        return rows.map(({ id }) => id);
      }),

    findPartnerCode: (submissionId) =>
      guardStore('finding the partner of a submission', async () => {
        const [row] = await database
          .select({ partnerCode: submission.partnerCode })
          .from(submission)
          .where(eq(submission.id, submissionId));
        return row?.partnerCode ?? null;
      }),

    deleteGrantsOfUser: ({ partnerCode, partnerUserId, partnerUserIdType }) =>
      guardStore('deleting user grants', async () => {
        const rows = await database
          .delete(userGrant)
          .where(
            and(
              eq(userGrant.partnerCode, partnerCode),
              eq(userGrant.partnerUserId, partnerUserId),
              eq(userGrant.partnerUserIdType, partnerUserIdType),
            ),
          )
          .returning({ id: userGrant.id });
        return rows.length;
      }),
  };
}

/** Longer than a confirm that has begun may take. */
const CONFIRM_SECONDS = 60;

async function listUntidied(
  database: Database,
  now: Date,
  after: string | null,
  limit: number,
): Promise<readonly EndedCaptures[]> {
  const goodFor = sql`make_interval(secs => (${submission.policy} -> 'lifetimes' ->> 'uploadUrl')::int + ${CONFIRM_SECONDS})`;
  const rows = await database
    .select({ submissionId: submission.id, flow: submission.flow })
    .from(submission)
    .where(
      and(
        isNull(submission.tidiedAt),
        isNull(submission.erasedAt),
        sql`coalesce(${submission.closedAt}, ${submission.processedAt}) + ${goodFor} <= ${now.toISOString()}::timestamptz`,
        sql`not ${isOnHold()}`,
        after === null ? undefined : isBehind(after),
      ),
    )
    .orderBy(asc(submission.processedAt), asc(submission.id))
    .limit(limit);
  const ids = rows.map(({ submissionId }) => submissionId);
  const taken = await database
    .select({ submissionId: capture.submissionId, key: capture.objectKey })
    .from(capture)
    .where(inArray(capture.submissionId, ids));
  return rows.map((row) => ({
    ...row,
    keys: taken.filter((one) => one.submissionId === row.submissionId).map(({ key }) => key),
  }));
}

/** Compared in the database: its times are finer than ours. */
function isBehind(submissionId: string): SQL {
  return sql`(${submission.processedAt}, ${submission.id}) > (
    select s.processed_at, s.id from ${submission} as s where s.id = ${submissionId})`;
}

/** Nested where it is selected: Drizzle drops the table's name from columns right inside a field. */
function listScopes(): SQL {
  return sql`array(select ${erasure.scope} from ${erasure}
    where ${erasure.submissionId} = ${submission.id})`;
}

/** The rule is `contract/retention.ts`; here it only keeps the rest out of the batch. */
function isOverdue({ IMAGES, ALL }: RetentionCutoffs): SQL | undefined {
  const hasErasure = (scope: SQL) => sql`exists (select 1 from ${erasure}
    where ${erasure.submissionId} = ${submission.id} and ${scope})`;
  return or(
    and(
      or(
        lte(submission.processedAt, ALL),
        and(isNull(submission.processedAt), lte(submission.expiresAt, ALL)),
      ),
      sql`not ${hasErasure(sql`${erasure.scope} = 'ALL'`)}`,
    ),
    and(
      isNotNull(submission.processedAt),
      lte(submission.processedAt, IMAGES),
      sql`not ${hasErasure(sql`true`)}`,
    ),
  );
}
