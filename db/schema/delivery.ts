import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DeliveryErrorClass, DeliveryState } from '../../contract/callback.js';
import { submission } from './submission.js';

/** One callback message. `number` is 1 for the first and counts on with manual replays. */
export const delivery = pgTable(
  'delivery',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    number: integer().notNull(),
    /** The `webhook-id`: the receiver's idempotency key, the same on every attempt and replay. */
    webhookId: text('webhook_id').notNull(),
    state: text().$type<DeliveryState>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.number] }),
    index('delivery_state').on(table.state, table.createdAt),
  ],
);

/** One try at a delivery. */
export const deliveryAttempt = pgTable(
  'delivery_attempt',
  {
    submissionId: uuid('submission_id').notNull(),
    delivery: integer().notNull(),
    attempt: integer().notNull(),
    /** HTTP status; null when there was no answer. */
    httpStatus: integer('http_status'),
    /** Null when delivered. */
    errorClass: text('error_class').$type<DeliveryErrorClass>(),
    /** The beginning of a refusing answer, redacted; null when delivered or unanswered. */
    answerExcerpt: text('answer_excerpt'),
    durationMs: integer('duration_ms').notNull(),
    attemptedAt: timestamp('attempted_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.delivery, table.attempt] })],
);
