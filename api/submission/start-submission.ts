import { parseSandboxUserId } from '../../contract/sandbox.js';
import type { Submission } from '../../db/submission-store.js';
import type { StartSubmission } from '../submission-workflows.js';

/** What the workflow of a submission begins with. All of it follows from the row. */
export function toStartSubmission(submission: Submission): StartSubmission {
  const sandbox =
    submission.environment === 'SANDBOX' ? parseSandboxUserId(submission.partnerUserId) : null;
  return {
    flow: submission.flow,
    submissionId: submission.id,
    partnerCode: submission.partnerCode,
    expiresAt: submission.expiresAt.toISOString(),
    finalAction: submission.resultScreen === 'PARTNER' ? 'EXIT' : 'STATUS',
    policy: submission.policy,
    ...(sandbox && { sandbox }),
  };
}
