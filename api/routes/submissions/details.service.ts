import type { SubmissionRecord } from '../../../contract/schema/submission-details.js';
import type { AssessmentStore } from '../../../db/assessment-store.js';
import type { Submission } from '../../../db/submission-store.js';
import type { AuditLog } from '../../../administration/audit-log.js';
import { AuditAction } from '../../../administration/audited-act.js';
import { isInFlight } from '../../submission/open-attempt.js';

export interface DetailsOptions {
  readonly assessments: Pick<AssessmentStore, 'readSubmissionDetails'>;
  readonly audit: Pick<AuditLog, 'record'>;
}

/**
 * The whole record for the partner's backend. What was read is told once it is decided about, and no
 * sooner than the audit log says who was told. Of an erased submission there is
 * nobody to name; what is left says how it ended.
 */
export async function readDetails(
  { assessments, audit }: DetailsOptions,
  submission: Submission,
): Promise<SubmissionRecord> {
  const hasEnded = submission.status !== 'IN_PROGRESS';
  const { erasedAt } = submission;
  const found = hasEnded ? await assessments.readSubmissionDetails(submission.id) : {};
  if (Object.keys(found).length > 0) await recordRead(audit, submission);
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
    submissionDetails: found,
  };
}

function recordRead(
  audit: DetailsOptions['audit'],
  { id: submissionId, partnerCode }: Submission,
): Promise<void> {
  return audit.record(`partner:${partnerCode}`, {
    action: AuditAction.DETAILS_READ,
    partnerCode,
    detail: { submissionId },
  });
}
