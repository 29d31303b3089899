import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
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
    /** The key, wrapped by the master key; null once it is retired: nobody can have it back. */
    wrapped: sealed(),
    /** Which master key: an id of the sealing keys, or of a key service. */
    wrappedBy: text('wrapped_by'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** When nothing was left that it had sealed. */
    retiredAt: timestamp('retired_at', { withTimezone: true }),
  },
  (table) => [
    index('data_key_partner').on(table.partnerCode, table.id),
    check(
      'data_key_retired',
      sql`(${table.retiredAt} is null) = (${table.wrapped} is not null and ${table.wrappedBy} is not null)`,
    ),
  ],
);
