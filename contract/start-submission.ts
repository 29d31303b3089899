import type { FlowName } from './flow.js';
import { parseSandboxUserId, type PartnerEnvironment } from './sandbox.js';
import type { SubmissionPolicy } from './submission-policy.js';
import type { ResultScreen } from './submission.js';
import type { StartSubmission } from './workflow-names.js';

/** The part of a submission's row that its workflow begins with. */
export interface SubmissionFacts {
  readonly id: string;
  readonly partnerCode: string;
  readonly partnerUserId: string;
  readonly environment: PartnerEnvironment;
  readonly flow: FlowName;
  readonly expiresAt: Date;
  readonly resultScreen: ResultScreen;
  readonly policy: SubmissionPolicy;
}

/** What the workflow of a submission begins with. All of it follows from the row. */
export function toStartSubmission(submission: SubmissionFacts): StartSubmission {
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
