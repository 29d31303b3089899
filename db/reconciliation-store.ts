import { and, asc, eq, gt, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Database } from './client.js';
import type { DeliveryKey } from './delivery-store.js';
import { isKept } from './is-kept.js';
import { delivery } from './schema/delivery.js';
import { partner } from './schema/partner.js';
import { submission } from './schema/submission.js';
import { guardStore } from './store-error.js';
import type { Submission } from './submission-store.js';

interface Page {
  /** The last submission of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

export interface InProgressFilter extends Page {
  /** Created before. */
  readonly until: Date;
}

export interface UntoldFilter extends Page {
  /** Ended at or after. */
  readonly since: Date;
  /** Ended before. */
  readonly until: Date;
}

/** Rows as reconciliation compares them with workflows. */
export interface ReconciliationStore {
  /** By id. Also what is to be erased: its erasure waits for the end, and cannot make a workflow end it. */
  listInProgress(filter: InProgressFilter): Promise<readonly Submission[]>;
  /** Which of these have a row. */
  listExisting(submissionIds: readonly string[]): Promise<readonly string[]>;
  /**
   * By id: what has ended and has no delivery, or whose newest is still tried. The delivery it is about.
   * What is being erased is left to its erasure, which gives deliveries up.
   */
  listUntold(filter: UntoldFilter): Promise<readonly DeliveryKey[]>;
  /** Whether that is so still. */
  isUntold(key: DeliveryKey): Promise<boolean>;
}

export function createReconciliationStore(database: Database): ReconciliationStore {
  return {
    listInProgress: ({ until, after, limit }) =>
      guardStore('listing submissions in progress', async () => {
        // Through the partners: the index of what is kept begins with them.
        const rows = await database
          .select({ submission })
          .from(partner)
          .innerJoin(submission, eq(submission.partnerCode, partner.code))
          .where(
            and(
              isNull(submission.processedAt),
              eq(submission.status, 'IN_PROGRESS'),
              lt(submission.createdAt, until),
              isAfter(after),
            ),
          )
          .orderBy(asc(submission.id))
          .limit(limit);
        return rows.map((row) => row.submission);
      }),

    listExisting: (submissionIds) =>
      guardStore('listing rows of submissions', async () => {
        const rows = await database
          .select({ id: submission.id })
          .from(submission)
          .where(inArray(submission.id, [...submissionIds]));
        return rows.map(({ id }) => id);
      }),

    listUntold: ({ since, until, after, limit }) =>
      guardStore('listing ends that nobody was told of', () =>
        database
          .select({ submissionId: submission.id, delivery: dueDelivery() })
          .from(partner)
          .innerJoin(submission, eq(submission.partnerCode, partner.code))
          .where(
            and(
              sql`${submission.processedAt} >= ${since.toISOString()}::timestamptz`,
              lt(submission.processedAt, until),
              isKept(),
              isNewestOpen(),
              isAfter(after),
            ),
          )
          .orderBy(asc(submission.id))
          .limit(limit),
      ),

    isUntold: ({ submissionId, delivery: number }) =>
      guardStore('looking for an end that nobody was told of', async () => {
        const [row] = await database
          .select({ delivery: dueDelivery() })
          .from(submission)
          .where(and(eq(submission.id, submissionId), isKept(), isNewestOpen()));
        return row?.delivery === number;
      }),
  };
}

function isAfter(after: string | null): SQL | undefined {
  return after === null ? undefined : gt(submission.id, after);
}

/** The newest, or the first that there is none of. */
function dueDelivery() {
  return sql<number>`coalesce(${newest(sql`max(${delivery.number})`)}, 1)`.mapWith(Number);
}

/** No delivery, or none that is settled is the newest. */
function isNewestOpen(): SQL {
  return sql`coalesce((select ${delivery.state} from ${delivery}
    where ${delivery.submissionId} = ${submission.id}
    order by ${delivery.number} desc limit 1), 'PENDING') = 'PENDING'`;
}

/** Nested where it is selected: Drizzle drops the table's name from columns right inside a field. */
function newest(value: SQL): SQL {
  return sql`(select ${value} from ${delivery} where ${delivery.submissionId} = ${submission.id})`;
}
