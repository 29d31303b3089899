import { sql } from 'drizzle-orm';
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { PartnerEnvironment } from '../../contract/sandbox.js';
import { partner, partnerCredential } from './partner.js';
import { submission } from './submission.js';

/**
 * What a user token of the older `GET /v2/coe/authentication` stands for: the person is named, the
 * submission not yet. The first presign binds it to one submission for good. The token carries the
 * id alone, so that nothing personal is in it.
 */
export const userGrant = pgTable(
  'user_grant',
  {
    id: uuid().primaryKey(),
    partnerCode: text('partner_code')
      .notNull()
      .references(() => partner.code),
    /** The credential that it was issued for and ends with. Null where an earlier version has issued it: such a one is refused. */
    clientId: text('client_id').references(() => partnerCredential.clientId),
    environment: text().$type<PartnerEnvironment>().notNull(),
    partnerUserId: text('partner_user_id').notNull(),
    partnerUserIdType: text('partner_user_id_type').notNull(),
    submissionId: uuid('submission_id').references(() => submission.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    // Those that expire without a submission are deleted.
    index('user_grant_unused')
      .on(table.expiresAt)
      .where(sql`${table.submissionId} is null`),
    // What an erasure looks for.
    index('user_grant_submission')
      .on(table.submissionId)
      .where(sql`${table.submissionId} is not null`),
    // What an erasure of a partner user looks for.
    index('user_grant_partner_user').on(table.partnerCode, table.partnerUserId),
  ],
);
