import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A key of the operator API. 256 random bits, so a fast hash is enough. */
export const operatorKey = pgTable('operator_key', {
  id: uuid().primaryKey(),
  /** Who holds it, for the audit log. */
  name: text().notNull(),
  keyHash: text('key_hash').notNull().unique(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});

/** A change that an operator made. Rows are added and never changed. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    /** UUID version 7: in the order of time. */
    id: uuid().primaryKey(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** `operator:<key name>` or `cli:<account>`. */
    actor: text().notNull(),
    /** Such as `partner.settings.changed`. */
    action: text().notNull(),
    partnerCode: text('partner_code'),
    /** What changed, without secrets and personal data. */
    detail: jsonb().notNull().default({}),
  },
  (table) => [index('audit_entry_partner').on(table.partnerCode, table.at)],
);
