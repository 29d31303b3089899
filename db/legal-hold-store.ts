import { and, desc, eq, exists, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from './client.js';
import { isOfUser } from './is-of-user.js';
import { legalHold } from './schema/erasure.js';
import { submission } from './schema/submission.js';
import { guardStore } from './store-error.js';

/** Whom or what a hold is about: one submission, or all of a partner user. */
export type LegalHold = Readonly<typeof legalHold.$inferSelect>;

export interface PartnerUser {
  readonly partnerCode: string;
  readonly partnerUserId: string;
  readonly partnerUserIdType: string;
}

export interface LegalHoldFilter {
  readonly partnerCode?: string | undefined;
  readonly submissionId?: string | undefined;
  /** Only holds that are older than the one with this id. */
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface LegalHoldStore {
  add(hold: LegalHold): Promise<void>;
  find(id: string): Promise<LegalHold | null>;
  /** Released. */
  remove(id: string): Promise<void>;
  /** Newest first. */
  list(filter: LegalHoldFilter): Promise<readonly LegalHold[]>;
  /** Ids of the holds on a submission: its own, and those on its partner user. */
  findOn(submissionId: string): Promise<readonly string[]>;
  /** Ids of the holds on a partner user, and on any submission of theirs. */
  findOnUser(user: PartnerUser): Promise<readonly string[]>;
}

export function createLegalHoldStore(database: Database): LegalHoldStore {
  return {
    add: (hold) =>
      guardStore('placing a legal hold', async () => {
        await database.insert(legalHold).values(hold);
      }),

    find: (id) =>
      guardStore('finding a legal hold', async () => {
        const [row] = await database.select().from(legalHold).where(eq(legalHold.id, id));
        return row ?? null;
      }),

    remove: (id) =>
      guardStore('releasing a legal hold', async () => {
        await database.delete(legalHold).where(eq(legalHold.id, id));
      }),

    list: ({ partnerCode, submissionId, before, limit }) =>
      guardStore('listing legal holds', () =>
        database
          .select()
          .from(legalHold)
          .where(
            and(
              partnerCode === undefined ? undefined : eq(legalHold.partnerCode, partnerCode),
              submissionId === undefined ? undefined : eq(legalHold.submissionId, submissionId),
              before === undefined ? undefined : lt(legalHold.id, before),
            ),
          )
          .orderBy(desc(legalHold.id))
          .limit(limit),
      ),

    findOn: (submissionId) =>
      guardStore('finding legal holds', async () => {
        const rows = await database
          .selectDistinct({ id: legalHold.id })
          .from(legalHold)
          .innerJoin(submission, covers())
          .where(eq(submission.id, submissionId));
        return rows.map(({ id }) => id);
      }),

    findOnUser: (user) =>
      guardStore('finding legal holds', async () => {
        const ofTheirs = database
          .select({ id: submission.id })
          .from(submission)
          .where(and(isOfUser(user), eq(submission.id, legalHold.submissionId)));
        const rows = await database
          .select({ id: legalHold.id })
          .from(legalHold)
          .where(or(isOf(user), exists(ofTheirs)));
        return rows.map(({ id }) => id);
      }),
  };
}

/** Of a row of `submission` in the same query: whether a hold keeps it. */
export function isOnHold(): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${legalHold} where ${covers()})`;
}

function covers(): SQL | undefined {
  return or(
    eq(legalHold.submissionId, submission.id),
    and(
      eq(legalHold.partnerCode, submission.partnerCode),
      eq(legalHold.partnerUserId, submission.partnerUserId),
      eq(legalHold.partnerUserIdType, submission.partnerUserIdType),
    ),
  );
}

function isOf({ partnerCode, partnerUserId, partnerUserIdType }: PartnerUser): SQL | undefined {
  return and(
    eq(legalHold.partnerCode, partnerCode),
    eq(legalHold.partnerUserId, partnerUserId),
    eq(legalHold.partnerUserIdType, partnerUserIdType),
  );
}
