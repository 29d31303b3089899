import {
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AssessmentSign } from '../../contract/assessment-sign.js';
import type { CheckName } from '../../contract/flow.js';
import type { DocumentQuality } from '../../contract/ktp-details.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import { sealed } from './sealed-column.js';
import { submission } from './submission.js';
import type { Verdict } from '../../contract/judgement.js';

/** What one check found in one attempt. The printed fields of the card are sealed. */
export const assessment = pgTable(
  'assessment',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id),
    attempt: integer().notNull(),
    check: text().$type<CheckName>().notNull(),
    verdict: text().$type<Verdict>().notNull(),
    reasonCode: text('reason_code').$type<ReasonCode>(),
    /** Liveness or face-match score, 0 to 1; null for the document check. */
    score: doublePrecision(),
    /** What else was measured; null before there were any. */
    signs: jsonb().$type<readonly AssessmentSign[]>(),
    documentQuality: jsonb('document_quality').$type<DocumentQuality>(),
    /** Sealed JSON `{ktpDetails, ktpConfidence}`; document check only. */
    ktpSealed: sealed('ktp_sealed'),
    durationMs: integer('duration_ms').notNull(),
    assessedAt: timestamp('assessed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.attempt, table.check] })],
);
