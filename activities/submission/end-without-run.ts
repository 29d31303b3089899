import { toStartSubmission } from '../../contract/start-submission.js';
import { nextActionAfter, type SubmissionOutcome } from '../../contract/submission.js';
import { FIRST_DELIVERY } from '../../contract/workflow-id.js';
import type { SubmissionProjectionStore } from '../../db/submission-projection-store.js';
import type { Submission } from '../../db/submission-store.js';
import type { SubmissionRuns } from './submission-runs.js';

export interface EndingDependencies {
  readonly projection: Pick<SubmissionProjectionStore, 'recordOutcome'>;
  readonly runs: Pick<SubmissionRuns, 'startCallback'>;
  readonly now: () => Date;
}

/**
 * Ends a submission that no workflow will end, and has its partner told. Safe to repeat; one that has
 * ended meanwhile stays as it ended.
 */
export async function endWithoutRun(
  { projection, runs, now }: EndingDependencies,
  submission: Submission,
  outcome: SubmissionOutcome,
): Promise<void> {
  const submissionId = submission.id;
  await projection.recordOutcome({
    submissionId,
    attempt: Math.max(submission.confirmedAttempt, submission.judgedAttempt),
    outcome,
    nextAction: nextActionAfter(outcome, toStartSubmission(submission).finalAction),
    processedAt: now(),
  });
  await runs.startCallback(submissionId, FIRST_DELIVERY);
}
