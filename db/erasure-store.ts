import { and, asc, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import {
  NOTHING_COUNTED,
  type ErasureCounts,
  type ErasureKey,
  type ErasureRule,
} from '../contract/erasure.js';
import type { Database } from './client.js';
import { isOfUser } from './is-of-user.js';
import type { PartnerUser } from './legal-hold-store.js';
import { erasure } from './schema/erasure.js';
import { submission } from './schema/submission.js';
import { guardStore } from './store-error.js';

type ErasureRow = Readonly<typeof erasure.$inferSelect>;

/** An erasure, with the partner whose submission it is about. Says nothing about the person. */
export interface ErasureRecord extends ErasureRow {
  readonly partnerCode: string;
}

export interface NewErasure extends ErasureKey {
  readonly rule: ErasureRule;
  readonly retentionDays: number | null;
  readonly requestId: string | null;
  readonly begunAt: Date;
}

export interface ErasureFilter {
  readonly partnerCode?: string | undefined;
  readonly submissionId?: string | undefined;
  readonly user?: PartnerUser | undefined;
  readonly requestId?: string | undefined;
  readonly isCompleted?: boolean | undefined;
  /** The last erasure of the page before. */
  readonly after?: ErasureKey | undefined;
  readonly limit: number;
}

/** What an erasure has found: added to what was found before. */
export interface FoundByErasure {
  readonly counts?: Partial<ErasureCounts>;
  /** By the SHA-256 hex of its key, the versions of each object. */
  readonly objects?: Readonly<Record<string, readonly string[]>>;
  readonly workflows?: readonly string[];
}

export interface ErasureStore {
  /** False where one of the same scope has begun before. */
  begin(begun: NewErasure): Promise<boolean>;
  find(key: ErasureKey): Promise<ErasureRecord | null>;
  /** Of everything of a partner user, by submission. */
  listOfUser(user: PartnerUser): Promise<readonly ErasureRecord[]>;
  /** Newest first. */
  list(filter: ErasureFilter): Promise<readonly ErasureRecord[]>;
  /** Those that are not over, by their key. */
  listPending(after: ErasureKey | null, limit: number): Promise<readonly ErasureKey[]>;
  note(key: ErasureKey, found: FoundByErasure): Promise<void>;
  /** The first proof stays. Answers whether this was it. */
  complete(
    key: ErasureKey,
    proven: { readonly at: Date; readonly proof: string },
  ): Promise<boolean>;
}

export function createErasureStore(database: Database): ErasureStore {
  const { partnerCode } = submission;
  const records = () =>
    database
      .select({ erasure, partnerCode })
      .from(erasure)
      .innerJoin(submission, eq(submission.id, erasure.submissionId));

  return {
    begin: (begun) =>
      guardStore('beginning an erasure', async () => {
        const rows = await database
          .insert(erasure)
          .values({ ...begun, counts: NOTHING_COUNTED })
          .onConflictDoNothing()
          .returning({ submissionId: erasure.submissionId });
        return rows.length > 0;
      }),

    find: (key) =>
      guardStore('finding an erasure', async () => {
        const [row] = await records().where(isErasure(key));
        return row === undefined ? null : toRecord(row);
      }),

    listOfUser: (user) =>
      guardStore('listing erasures of a partner user', async () => {
        const rows = await records()
          .where(and(isOfUser(user), eq(erasure.scope, 'ALL')))
          .orderBy(asc(erasure.submissionId));
        return rows.map(toRecord);
      }),

    list: (filter) =>
      guardStore('listing erasures', async () => {
        const rows = await records()
          .where(matching(filter))
          .orderBy(desc(erasure.begunAt), desc(erasure.submissionId), desc(erasure.scope))
          .limit(filter.limit);
        return rows.map(toRecord);
      }),

    listPending: (after, limit) =>
      guardStore('listing pending erasures', () =>
        database
          .select({ submissionId: erasure.submissionId, scope: erasure.scope })
          .from(erasure)
          .where(and(isNull(erasure.completedAt), after === null ? undefined : isBehind(after)))
          .orderBy(asc(erasure.submissionId), asc(erasure.scope))
          .limit(limit),
      ),

    note: (key, found) =>
      guardStore('noting what an erasure found', () => noteFound(database, key, found)),

    complete: (key, { at, proof }) =>
      guardStore('completing an erasure', async () => {
        const rows = await database
          .update(erasure)
          .set({ completedAt: at, proof })
          .where(and(isErasure(key), isNull(erasure.completedAt)))
          .returning({ submissionId: erasure.submissionId });
        return rows.length > 0;
      }),
  };
}

function toRecord(row: { readonly erasure: ErasureRow; readonly partnerCode: string }) {
  return { ...row.erasure, partnerCode: row.partnerCode };
}

/** On the pool, or within the transaction that erases what is counted. */
export function noteFound(
  database: Database,
  key: ErasureKey,
  { counts = {}, objects = {}, workflows = [] }: FoundByErasure,
): Promise<void> {
  return database.transaction(async (tx) => {
    const [row] = await tx.select().from(erasure).where(isErasure(key)).for('update');
    if (row === undefined) throw new Error('the erasure has no row');
    await tx
      .update(erasure)
      .set({
        counts: addCounts(row.counts, counts),
        objects: mergeObjects(row.objects, objects),
        workflows: [...new Set([...row.workflows, ...workflows])],
      })
      .where(isErasure(key));
  });
}

function addCounts(held: ErasureCounts, found: Partial<ErasureCounts>): ErasureCounts {
  const sums = Object.entries(held).map(([name, count]: [string, number]) => {
    const added = found[name as keyof ErasureCounts] ?? 0;
    return [name, count + added] as const;
  });
  return { ...held, ...Object.fromEntries(sums) };
}

function mergeObjects(
  held: ErasureRow['objects'],
  found: ErasureRow['objects'],
): ErasureRow['objects'] {
  const merged = Object.entries(found).map(([key, versions]) => [
    key,
    [...new Set([...(held[key] ?? []), ...versions])],
  ]);
  return { ...held, ...(Object.fromEntries(merged) as ErasureRow['objects']) };
}

function isErasure({ submissionId, scope }: ErasureKey) {
  return and(eq(erasure.submissionId, submissionId), eq(erasure.scope, scope));
}

function matching(filter: ErasureFilter) {
  const { partnerCode, submissionId, user, requestId, isCompleted, after } = filter;
  return and(
    partnerCode === undefined ? undefined : eq(submission.partnerCode, partnerCode),
    submissionId === undefined ? undefined : eq(erasure.submissionId, submissionId),
    user === undefined ? undefined : isOfUser(user),
    requestId === undefined ? undefined : eq(erasure.requestId, requestId),
    isCompleted === undefined ? undefined : hasCompleted(isCompleted),
    after === undefined ? undefined : isBefore(after),
  );
}

function hasCompleted(isCompleted: boolean): SQL {
  return isCompleted ? isNotNull(erasure.completedAt) : isNull(erasure.completedAt);
}

function isBehind({ submissionId, scope }: ErasureKey): SQL {
  return sql`(${erasure.submissionId}, ${erasure.scope}) > (${submissionId}::uuid, ${scope})`;
}

/** Compared in the database: its times are finer than ours. */
function isBefore({ submissionId, scope }: ErasureKey): SQL {
  return sql`(${erasure.begunAt}, ${erasure.submissionId}, ${erasure.scope}) < (
    select e.begun_at, e.submission_id, e.scope from ${erasure} as e
    where e.submission_id = ${submissionId} and e.scope = ${scope})`;
}
