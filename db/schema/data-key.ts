import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { partner } from './partner.js';
import { sealed } from './sealed-column.js';

/** What is personal of a partner's submissions is sealed by its youngest key. */
export const dataKey = pgTable(
  'data_key',
  {
    /** UUID version 7: in the order of time. Stands before everything that the key has sealed. */
    id: uuid().primaryKey(),
    partnerCode: text('partner_code')
      .notNull()
      .references(() => partner.code),
    /** The key, sealed by the master key. */
    wrapped: sealed().notNull(),
    /** Id of the master key in the sealing key file. */
    wrappedBy: text('wrapped_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('data_key_partner').on(table.partnerCode, table.id)],
);
