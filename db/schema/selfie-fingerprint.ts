import { sql } from 'drizzle-orm';
import {
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { partner } from './partner.js';
import { submission } from './submission.js';

const bits = customType<{ data: string; driverData: string }>({ dataType: () => 'bit varying' });

/**
 * What a picture of a selfie looks like, by which the same one is known when it comes again. No
 * picture and no face can be made of it. Deleted with what is erased of its submission.
 */
export const selfieFingerprint = pgTable(
  'selfie_fingerprint',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    attempt: integer().notNull(),
    /** 0 is the still; frames count from 1. */
    picture: integer().notNull(),
    partnerCode: text('partner_code')
      .notNull()
      .references(() => partner.code),
    /** SHA-256 hex of the JPEG. */
    digest: text().notNull(),
    fingerprint: bits().notNull(),
    /** Pieces of the fingerprint with their places, so that a near one is found by an index. */
    bands: integer().array().notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.submissionId, table.attempt, table.picture] }),
    index('selfie_fingerprint_digest').on(table.digest),
    index('selfie_fingerprint_bands').using('gin', table.bands),
  ],
);
