import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
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
    state: text().$type<'PENDING' | 'DELIVERED' | 'DEAD' | 'SKIPPED'>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.number] })],
);

/** One try at a delivery. Never holds what the partner answered, only the status. */
export const deliveryAttempt = pgTable(
  'delivery_attempt',
  {
    submissionId: uuid('submission_id').notNull(),
    delivery: integer().notNull(),
    attempt: integer().notNull(),
    /** HTTP status; null when there was no answer. */
    httpStatus: integer('http_status'),
    /** `TIMEOUT`, `CONNECTION`, `ADDRESS_REFUSED`, `HTTP_STATUS`; null when delivered. */
    errorClass: text('error_class'),
    durationMs: integer('duration_ms').notNull(),
    attemptedAt: timestamp('attempted_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.delivery, table.attempt] })],
);
