import { asc, eq } from 'drizzle-orm';
import type { AssessmentSign } from '../contract/assessment-sign.js';
import type { CheckName } from '../contract/flow.js';
import type { ReasonCode } from '../contract/reason-code.js';
import type { Database } from './client.js';
import { assessment } from './schema/assessment.js';
import { guardStore } from './store-error.js';
import type { Verdict } from '../contract/judgement.js';

/** What a check found, as an operator sees it. Says nothing about the person. */
export interface ListedAssessment {
  readonly attempt: number;
  readonly check: CheckName;
  readonly verdict: Verdict;
  readonly reasonCode: ReasonCode | null;
  readonly score: number | null;
  readonly signs: readonly AssessmentSign[];
  readonly durationMs: number;
  readonly assessedAt: Date;
}

export interface AssessmentList {
  /** Every check of every attempt in their order; empty for a submission that has none. */
  listAssessments(submissionId: string): Promise<readonly ListedAssessment[]>;
}

export function createAssessmentList(database: Database): AssessmentList {
  return {
    listAssessments: (submissionId) =>
      guardStore('listing assessments', async () => {
        const rows = await database
          .select()
          .from(assessment)
          .where(eq(assessment.submissionId, submissionId))
          .orderBy(asc(assessment.attempt), asc(assessment.check));
        return rows.map((row) => ({
          attempt: row.attempt,
          check: row.check,
          verdict: row.verdict,
          reasonCode: row.reasonCode,
          score: row.score,
          signs: row.signs ?? [],
          durationMs: row.durationMs,
          assessedAt: row.assessedAt,
        }));
      }),
  };
}
