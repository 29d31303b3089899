import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DocumentType } from '../../contract/flow.js';
import { submission } from './submission.js';

/** A confirmed capture, by reference. The bytes are in the object store under `objectKey`. */
export const capture = pgTable(
  'capture',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    attempt: integer().notNull(),
    documentType: text('document_type').$type<DocumentType>().notNull(),
    objectKey: text('object_key').notNull(),
    sha256: text().notNull(),
    bytes: integer().notNull(),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.attempt, table.documentType] })],
);
