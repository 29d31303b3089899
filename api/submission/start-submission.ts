import { toStartSubmission } from '../../contract/start-submission.js';
import type { Submission, SubmissionStore } from '../../db/submission-store.js';
import type { SubmissionWorkflows } from '../submission-workflows.js';

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
