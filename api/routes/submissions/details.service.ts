import type { SubmissionRecord } from '../../../contract/schema/submission-details.js';
import type { Submission } from '../../../db/submission-store.js';
import { isInFlight } from '../../submission/open-attempt.js';
import { tellDetails, type TellDetailsOptions } from '../../submission/tell-details.js';

/**
 * The whole record for the partner's backend. What was found is told once it is decided about. Of an
 * erased submission there is nobody to name; what is left says how it ended.
 */
export async function readDetails(
  options: TellDetailsOptions,
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
    submissionDetails: hasEnded ? await tellDetails(options, submission) : {},
  };
}
