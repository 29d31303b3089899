import type { AssessmentView } from '../contract/schema/operator/assessment.js';
import { notFound } from './administration-error.js';
import { AuditAction, recordAct } from './audited-act.js';
import type { AdministrationOptions } from './administration-options.js';

export interface Assessments {
  /** Every check of every attempt, in their order. The audit log tells who looked. */
  list(
    actor: string,
    submissionId: string,
  ): Promise<{ readonly assessments: readonly AssessmentView[] }>;
}

/** All of them throw AdministrationError. */
export function createAssessments({ transact, now }: AdministrationOptions): Assessments {
  return {
    list: (actor, submissionId) =>
      transact('listing assessments', async (stores) => {
        const found = await stores.assessments.listAssessments(submissionId);
        if (found.length === 0) throw notFound('There is no assessment of such a submission.');
        await recordAct(
          stores,
          { actor, at: now() },
          { action: AuditAction.ASSESSMENTS_READ, detail: { submissionId } },
        );
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
