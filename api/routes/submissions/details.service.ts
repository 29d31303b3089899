import type { SubmissionRecord } from '../../../contract/schema/submission-details.js';
import type { AssessmentStore } from '../../../db/assessment-store.js';
import type { Submission } from '../../../db/submission-store.js';
import { isInFlight } from '../../submission/open-attempt.js';

/**
 * The whole record for the partner's backend. What was read is told once it is decided about. Of an
 * erased submission there is nobody to name; what is left says how it ended.
 */
export async function readDetails(
  assessments: Pick<AssessmentStore, 'readSubmissionDetails'>,
  submission: Submission,
): Promise<SubmissionRecord> {
  const hasEnded = submission.status !== 'IN_PROGRESS';
  const { erasedAt } = submission;
  return {
    submissionId: submission.id,
    submissionType: submission.flow,
    userId: submission.partnerUserId,
    userIdType: submission.partnerUserIdType,
    partnerSessionId: erasedAt === null ? submission.partnerSessionId : '',
    status: submission.status,
    result: submission.result,
    reasonCode: isInFlight(submission) ? null : submission.reasonCode,
    ...(submission.environment === 'SANDBOX' && { environment: submission.environment }),
    processedAt: submission.processedAt?.toISOString() ?? null,
    ...(erasedAt && { erasedAt: erasedAt.toISOString() }),
    submissionDetails: hasEnded ? await assessments.readSubmissionDetails(submission.id) : {},
  };
}
