import { and, count, eq, ne } from 'drizzle-orm';
import type { Database } from './client.js';
import { delivery, deliveryAttempt } from './schema/delivery.js';
import { guardStore } from './store-error.js';

export interface DeliveryKey {
  readonly submissionId: string;
  /** 1 for the delivery that the submission starts; a manual replay counts on. */
  readonly delivery: number;
}

/** Why a try did not deliver. The partner's answer itself is never kept. */
export type DeliveryErrorClass = 'TIMEOUT' | 'CONNECTION' | 'ADDRESS_REFUSED' | 'HTTP_STATUS';

export interface DeliveryAttempt {
  /** Null when there was no answer. */
  readonly httpStatus: number | null;
  /** Null when delivered. */
  readonly errorClass: DeliveryErrorClass | null;
  readonly durationMs: number;
}

export interface DeliveryStore {
  /** Creates the delivery once and answers how many tries it has had. */
  openDelivery(key: DeliveryKey, webhookId: string): Promise<number>;
  /** `number` counts from 1. */
  addAttempt(key: DeliveryKey, number: number, attempt: DeliveryAttempt): Promise<void>;
  /** A delivered message stays delivered, whatever a late repetition says. */
  settleDelivery(key: DeliveryKey, state: 'DELIVERED' | 'DEAD' | 'SKIPPED'): Promise<void>;
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
          .values({ ...key, attempt: number, ...attempt })
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
  };
}

function isAttemptOf(key: DeliveryKey) {
  return and(
    eq(deliveryAttempt.submissionId, key.submissionId),
    eq(deliveryAttempt.delivery, key.delivery),
  );
}
