import { and, count, eq, max, ne, sql } from 'drizzle-orm';
import type { DeliveryErrorClass } from '../contract/callback.js';
import type { Database } from './client.js';
import { isErasureBegun } from './is-kept.js';
import { listDeliveries, type DeliveryFilter, type ListedDelivery } from './list-deliveries.js';
import { delivery, deliveryAttempt } from './schema/delivery.js';
import { guardStore } from './store-error.js';

export interface DeliveryKey {
  readonly submissionId: string;
  /** 1 for the delivery that the submission starts; a manual replay counts on. */
  readonly delivery: number;
}

export interface DeliveryAttempt {
  /** Null when there was no answer. */
  readonly httpStatus: number | null;
  /** Null when delivered. */
  readonly errorClass: DeliveryErrorClass | null;
  /** The beginning of a refusing answer, redacted; null when delivered or unanswered. */
  readonly answerExcerpt: string | null;
  readonly durationMs: number;
}

export interface DeliveryStore {
  /** Creates the delivery once and answers how many tries it has had. */
  openDelivery(key: DeliveryKey, webhookId: string): Promise<number>;
  /** `number` counts from 1. Of a submission that is being erased without what the partner answered. */
  addAttempt(key: DeliveryKey, number: number, attempt: DeliveryAttempt): Promise<void>;
  /** A delivered message stays delivered, whatever a late repetition says. */
  settleDelivery(key: DeliveryKey, state: 'DELIVERED' | 'DEAD' | 'SKIPPED'): Promise<void>;
  /**
   * The number that a replay runs under. Two operators may be given the same: the id of the
   * workflow lets one of them start it.
   */
  nextDeliveryNumber(submissionId: string): Promise<number>;
  /** The newest first. */
  listDeliveries(filter: DeliveryFilter): Promise<readonly ListedDelivery[]>;
}

export function createDeliveryStore(database: Database): DeliveryStore {
  return {
    openDelivery: (key, webhookId) =>
      guardStore('opening a delivery', async () => {
        await database
          .insert(delivery)
          .values({
            submissionId: key.submissionId,
            number: key.delivery,
            webhookId,
            state: 'PENDING',
          })
          .onConflictDoNothing();
        const [found] = await database
          .select({ tries: count() })
          .from(deliveryAttempt)
          .where(isAttemptOf(key));
        return found?.tries ?? 0;
      }),

    addAttempt: (key, number, attempt) =>
      guardStore('adding a delivery attempt', async () => {
        await database
          .insert(deliveryAttempt)
          .values({
            ...key,
            attempt: number,
            ...attempt,
            answerExcerpt: excerptToKeep(key, attempt),
          })
          .onConflictDoNothing();
      }),

    settleDelivery: (key, state) =>
      guardStore('settling a delivery', async () => {
        await database
          .update(delivery)
          .set({ state, settledAt: new Date() })
          .where(
            and(
              eq(delivery.submissionId, key.submissionId),
              eq(delivery.number, key.delivery),
              ne(delivery.state, 'DELIVERED'),
            ),
          );
      }),

    nextDeliveryNumber: (submissionId) =>
      guardStore('numbering a delivery', async () => {
        const [found] = await database
          .select({ last: max(delivery.number) })
          .from(delivery)
          .where(eq(delivery.submissionId, submissionId));
        return (found?.last ?? 0) + 1;
      }),

    listDeliveries: (filter) =>
      guardStore('listing deliveries', () => listDeliveries(database, filter)),
  };
}

/** It may be about the person: an erasure may have looked for the last time. */
function excerptToKeep({ submissionId }: DeliveryKey, { answerExcerpt }: DeliveryAttempt) {
  if (answerExcerpt === null) return null;
  return sql`case when not ${isErasureBegun(submissionId)} then ${answerExcerpt}::text end`;
}

function isAttemptOf(key: DeliveryKey) {
  return and(
    eq(deliveryAttempt.submissionId, key.submissionId),
    eq(deliveryAttempt.delivery, key.delivery),
  );
}
