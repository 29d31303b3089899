import { AuditAction } from '../../administration/audited-act.js';
import type { AuditLog } from '../../administration/audit-log.js';
import type { SubmissionDetails } from '../../contract/submission-details.js';
import type { AssessmentStore } from '../../db/assessment-store.js';
import type { Submission } from '../../db/submission-store.js';

export interface TellDetailsOptions {
  readonly assessments: Pick<AssessmentStore, 'readSubmissionDetails'>;
  readonly audit: Pick<AuditLog, 'record'>;
}

/** What was found about a person, no sooner than the audit log says that their partner was told. */
export async function tellDetails(
  { assessments, audit }: TellDetailsOptions,
  { id: submissionId, partnerCode }: Pick<Submission, 'id' | 'partnerCode'>,
): Promise<SubmissionDetails> {
  const found = await assessments.readSubmissionDetails(submissionId);
  if (Object.keys(found).length > 0) {
    await audit.record(`partner:${partnerCode}`, {
      action: AuditAction.DETAILS_READ,
      partnerCode,
      detail: { submissionId },
    });
  }
  return found;
}
