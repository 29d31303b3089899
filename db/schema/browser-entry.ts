import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { submission } from './submission.js';

/** A one-time way into the capture app. Kept as a SHA-256 hash: the token has 256 random bits. */
export const launchToken = pgTable('launch_token', {
  tokenHash: text('token_hash').primaryKey(),
  submissionId: uuid('submission_id')
    .notNull()
    .references(() => submission.id),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  exchangedAt: timestamp('exchanged_at', { withTimezone: true }),
});

/** A browser that exchanged a launch token; its cookie renews the short user token. */
export const browserSession = pgTable('browser_session', {
  secretHash: text('secret_hash').primaryKey(),
  submissionId: uuid('submission_id')
    .notNull()
    .references(() => submission.id),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});
