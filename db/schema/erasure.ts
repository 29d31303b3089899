import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { type ErasureCounts, type ErasureRule, type ErasureScope } from '../../contract/erasure.js';
import { partner } from './partner.js';
import { submission } from './submission.js';

/**
 * An erasure that has begun, and its proof once it is over. Stays when everything else is gone:
 * nothing personal may enter it.
 */
export const erasure = pgTable(
  'erasure',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    scope: text().$type<ErasureScope>().notNull(),
    rule: text().$type<ErasureRule>().notNull(),
    /** Of the days that were over; null for a request. */
    retentionDays: integer('retention_days'),
    /** The same for all submissions that one request was about; null for retention. */
    requestId: uuid('request_id'),
    begunAt: timestamp('begun_at', { withTimezone: true }).notNull(),
    /** What was found, noted before it is deleted: a repetition finds less. */
    counts: jsonb().$type<ErasureCounts>().notNull(),
    /** SHA-256 hex of each object key with its versions; see `storage/capture-eraser.ts`. */
    objects: jsonb().$type<Readonly<Record<string, readonly string[]>>>().notNull().default({}),
    /** Ids of workflows whose histories were there. */
    workflows: jsonb().$type<readonly string[]>().notNull().default([]),
    completedAt: timestamp('completed_at', { withTimezone: true }),
    /** Signed, as JWS in compact form. */
    proof: text(),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.scope] }),
    check('erasure_scope', sql`${table.scope} in ('IMAGES', 'ALL')`),
    check('erasure_proof', sql`(${table.proof} is null) = (${table.completedAt} is null)`),
    index('erasure_pending')
      .on(table.submissionId, table.scope)
      .where(sql`${table.completedAt} is null`),
    index('erasure_request').on(table.requestId),
    index('erasure_begun').on(table.begunAt),
  ],
);

/**
 * Keeps what would be erased: of one submission, or of all of a partner user, whose later ones it
 * covers too. Deleted when it is released, so that no id of a person stays; the audit log tells.
 */
export const legalHold = pgTable(
  'legal_hold',
  {
    id: uuid().primaryKey(),
    partnerCode: text('partner_code')
      .notNull()
      .references(() => partner.code),
    submissionId: uuid('submission_id').references(() => submission.id),
    partnerUserId: text('partner_user_id'),
    partnerUserIdType: text('partner_user_id_type'),
    /** Why, without personal data. */
    reason: text().notNull(),
    placedAt: timestamp('placed_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    check(
      'legal_hold_subject',
      sql`(${table.submissionId} is null) = (${table.partnerUserId} is not null)
        and (${table.partnerUserId} is null) = (${table.partnerUserIdType} is null)`,
    ),
    index('legal_hold_submission').on(table.submissionId),
    index('legal_hold_partner_user').on(table.partnerCode, table.partnerUserId),
  ],
);
