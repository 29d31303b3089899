import { toStartSubmission } from '../../contract/start-submission.js';
import type { Submission, SubmissionStore } from '../../db/submission-store.js';
import type { RequestedRuns } from '../requested-runs.js';

export interface StartOptions {
  readonly submissions: Pick<SubmissionStore, 'recordStart'>;
  readonly runs: Pick<RequestedRuns, 'start'>;
  readonly now: () => Date;
}

/** Starts the workflow and notes it. Repeatable. */
export async function startSubmission(
  { submissions, runs, now }: StartOptions,
  submission: Submission,
): Promise<void> {
  await runs.start(toStartSubmission(submission));
  if (submission.startedAt === null) await submissions.recordStart(submission.id, now());
}
