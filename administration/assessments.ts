import type { AssessmentView } from '../contract/schema/operator/assessment.js';
import { notFound } from './administration-error.js';
import type { AdministrationOptions } from './audited-change.js';

export interface Assessments {
  /** Every check of every attempt, in their order. */
  list(submissionId: string): Promise<{ readonly assessments: readonly AssessmentView[] }>;
}

/** All of them throw AdministrationError. */
export function createAssessments({ transact }: AdministrationOptions): Assessments {
  return {
    list: (submissionId) =>
      transact('listing assessments', async (stores) => {
        const found = await stores.assessments.listAssessments(submissionId);
        if (found.length === 0) throw notFound('There is no assessment of such a submission.');
        return {
          assessments: found.map(({ signs, assessedAt, ...row }) => ({
            ...row,
            signs: [...signs],
            assessedAt: assessedAt.toISOString(),
          })),
        };
      }),
  };
}
