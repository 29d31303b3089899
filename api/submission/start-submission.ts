import { parseSandboxUserId } from '../../contract/sandbox.js';
import type { Submission, SubmissionStore } from '../../db/submission-store.js';
import type { StartSubmission, SubmissionWorkflows } from '../submission-workflows.js';

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

export interface StartOptions {
  readonly submissions: Pick<SubmissionStore, 'recordStart'>;
  readonly workflows: Pick<SubmissionWorkflows, 'start'>;
  readonly now: () => Date;
}

/** Starts the workflow and notes it. Repeatable. */
export async function startSubmission(
  { submissions, workflows, now }: StartOptions,
  submission: Submission,
): Promise<void> {
  await workflows.start(toStartSubmission(submission));
  if (submission.startedAt === null) await submissions.recordStart(submission.id, now());
}
