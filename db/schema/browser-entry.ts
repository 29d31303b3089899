import { sql } from 'drizzle-orm';
import { index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { submission } from './submission.js';

/** A one-time way into the capture app. Kept as a SHA-256 hash: the token has 256 random bits. */
export const launchToken = pgTable(
  'launch_token',
  {
    tokenHash: text('token_hash').primaryKey(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    exchangedAt: timestamp('exchanged_at', { withTimezone: true }),
  },
  // What an erasure looks for.
  (table) => [index('launch_token_submission').on(table.submissionId)],
);

/**
 * A phone that takes over from a desktop: the code in the QR picture, and what became of it. One
 * that has ended takes its phone's browser session and tokens with it.
 */
export const handoff = pgTable(
  'handoff',
  {
    id: uuid().primaryKey(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    /** SHA-256 hex of the one-time code. */
    codeHash: text('code_hash').notNull().unique(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** Of the code; a hand-off that was claimed lasts as long as the session. */
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    claimedAt: timestamp('claimed_at', { withTimezone: true }),
    /** The last confirm from the phone. */
    capturedAt: timestamp('captured_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [
    // The newest of a submission is asked for by every status poll.
    index('handoff_submission').on(table.submissionId, table.createdAt),
    uniqueIndex('handoff_one_open')
      .on(table.submissionId)
      .where(sql`${table.endedAt} is null`),
  ],
);

/**
 * A browser that exchanged a launch token or hand-off code; its cookie renews the short user
 * token. `handoffId` is set for a phone that took over.
 */
export const browserSession = pgTable(
  'browser_session',
  {
    secretHash: text('secret_hash').primaryKey(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    handoffId: uuid('handoff_id').references(() => handoff.id),
  },
  (table) => [
    // What an erasure looks for.
    index('browser_session_submission').on(table.submissionId),
    // What Postgres looks for itself when a hand-off is deleted.
    index('browser_session_handoff')
      .on(table.handoffId)
      .where(sql`${table.handoffId} is not null`),
  ],
);
