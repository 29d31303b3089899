import { and, asc, desc, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { DeliveryErrorClass, DeliveryState } from '../contract/callback.js';
import type { Database } from './client.js';
import { isKept } from './is-kept.js';
import { delivery, deliveryAttempt } from './schema/delivery.js';
import { submission } from './schema/submission.js';

export interface DeliveryFilter {
  readonly partnerCode?: string | undefined;
  readonly state?: DeliveryState | undefined;
  readonly submissionId?: string | undefined;
  /** Created at or after. */
  readonly from?: Date | undefined;
  /** Created before. */
  readonly until?: Date | undefined;
  /** Of each submission that nothing erases the last delivery alone, and only if it fits the rest. */
  readonly isNewest?: true;
  /** At least 1; the caller bounds it. */
  readonly limit: number;
  /** The last delivery of the page before. */
  readonly after?: { readonly submissionId: string; readonly delivery: number } | undefined;
}

export interface ListedAttempt {
  /** Null when there was no answer. */
  readonly httpStatus: number | null;
  /** Null when delivered. */
  readonly errorClass: DeliveryErrorClass | null;
  readonly answerExcerpt: string | null;
  readonly durationMs: number;
  readonly attemptedAt: Date;
}

/** A delivery as an operator sees it. Says nothing about the person. */
export interface ListedDelivery {
  readonly submissionId: string;
  readonly delivery: number;
  readonly partnerCode: string;
  readonly webhookId: string;
  readonly state: DeliveryState;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  /** How many tries there were, and the last of them. */
  readonly attempts: number;
  readonly lastAttempt: ListedAttempt | null;
}

/** Newest first; deliveries of the same moment by their key, so that no page repeats or skips. */
export async function listDeliveries(
  database: Database,
  filter: DeliveryFilter,
): Promise<readonly ListedDelivery[]> {
  const rows = await database
    .select({ delivery, partnerCode: submission.partnerCode })
    .from(delivery)
    .innerJoin(submission, eq(submission.id, delivery.submissionId))
    .where(matching(filter))
    .orderBy(desc(delivery.createdAt), desc(delivery.submissionId), desc(delivery.number))
    .limit(filter.limit);
  const attempts = await readAttempts(
    database,
    rows.map((row) => row.delivery.submissionId),
  );
  return rows.map(({ delivery: { number, ...row }, partnerCode }) => {
    const own = attempts.filter(
      (attempt) => attempt.submissionId === row.submissionId && attempt.delivery === number,
    );
    const last = own.at(-1);
    return {
      ...row,
      delivery: number,
      partnerCode,
      attempts: own.length,
      lastAttempt: last === undefined ? null : toListedAttempt(last),
    };
  });
}

function matching(filter: DeliveryFilter) {
  const { partnerCode, state, submissionId, from, until, isNewest, after } = filter;
  return and(
    partnerCode === undefined ? undefined : eq(submission.partnerCode, partnerCode),
    state === undefined ? undefined : eq(delivery.state, state),
    submissionId === undefined ? undefined : eq(delivery.submissionId, submissionId),
    from === undefined ? undefined : gte(delivery.createdAt, from),
    until === undefined ? undefined : lt(delivery.createdAt, until),
    isNewest === true ? and(hasNoNewer(), isKept()) : undefined,
    after === undefined ? undefined : isAfter(after),
  );
}

function hasNoNewer(): SQL {
  return sql`not exists (select 1 from ${delivery} as newer
    where newer.submission_id = ${delivery.submissionId} and newer.number > ${delivery.number})`;
}

/** Compared in the database: its times are finer than ours. */
function isAfter({ submissionId, delivery: number }: NonNullable<DeliveryFilter['after']>): SQL {
  return sql`(${delivery.createdAt}, ${delivery.submissionId}, ${delivery.number}) < (
    select d.created_at, d.submission_id, d.number from ${delivery} as d
    where d.submission_id = ${submissionId} and d.number = ${number})`;
}

type AttemptRow = typeof deliveryAttempt.$inferSelect;

function readAttempts(
  database: Database,
  submissionIds: readonly string[],
): Promise<readonly AttemptRow[]> {
  return database
    .select()
    .from(deliveryAttempt)
    .where(inArray(deliveryAttempt.submissionId, [...submissionIds]))
    .orderBy(asc(deliveryAttempt.attempt));
}

function toListedAttempt(row: AttemptRow): ListedAttempt {
  const { httpStatus, errorClass, answerExcerpt, durationMs, attemptedAt } = row;
  return { httpStatus, errorClass, answerExcerpt, durationMs, attemptedAt };
}
