import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A key of the operator API. 256 random bits, so a fast hash is enough. */
export const operatorKey = pgTable('operator_key', {
  id: uuid().primaryKey(),
  /** Who holds it, for the audit log. Given once for ever: two would be taken for one. */
  name: text().notNull().unique(),
  keyHash: text('key_hash').notNull().unique(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  revokedAt: timestamp('revoked_at', { withTimezone: true }),
});

/**
 * What was changed, and what about a person was looked at. Rows are added and never changed: triggers of
 * the database refuse it, and each entry's hash covers the one before (`db/audit-chain.ts`).
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    /** UUID version 7: in the order of time. */
    id: uuid().primaryKey(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** `operator:<key name>`, `cli:<account>`, `partner:<code>`, `codec` or `key-renewal`. */
    actor: text().notNull(),
    /** Such as `partner.settings.changed`. */
    action: text().notNull(),
    partnerCode: text('partner_code'),
    /** What changed, without secrets and personal data. */
    detail: jsonb().notNull().default({}),
    /** Counts from 1 without gaps; null in entries from before the chain. */
    position: bigint({ mode: 'number' }).unique(),
    /** SHA-256 hex over the entry and the hash before it; null in entries from before the chain. */
    hash: text(),
  },
  (table) => [index('audit_entry_partner').on(table.partnerCode, table.at)],
);
