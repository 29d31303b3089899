import type { SubmissionState } from '../../../contract/schema/confirm-captures.js';
import { toStartSubmission } from '../../../contract/start-submission.js';
import type { Submission, SubmissionStore } from '../../../db/submission-store.js';
import { isAlreadyFinished, submissionAlreadyFinished } from '../../errors.js';
import type { RequestedRuns } from '../../requested-runs.js';

export interface CancelOptions {
  readonly submissions: Pick<SubmissionStore, 'find'>;
  readonly runs: Pick<RequestedRuns, 'start' | 'cancel'>;
}

/**
 * Asks the workflow to end. It does so within moments; status, details and callback then tell
 * `CANCELLED_BY_PARTNER`. Cancelling a cancelled submission is no error, nor is it for the later of
 * two calls at the same moment. The workflow is started first: an initiate that was answered with
 * 503 may have left the row alone.
 *
 * @throws ApiError 409 when the submission has ended otherwise
 */
export async function cancelSubmission(
  { submissions, runs }: CancelOptions,
  submission: Submission,
): Promise<SubmissionState> {
  const { id, status } = submission;
  if (status !== 'IN_PROGRESS') return describeCancelled(submission);
  try {
    await runs.start(toStartSubmission(submission));
    await runs.cancel(id);
  } catch (error) {
    if (!isAlreadyFinished(error)) throw error;
    // It has ended since the row was read.
    return describeCancelled((await submissions.find(id)) ?? submission);
  }
  return { submissionId: id, status };
}

function describeCancelled({ id, status, reasonCode }: Submission): SubmissionState {
  if (reasonCode !== 'CANCELLED_BY_PARTNER') throw submissionAlreadyFinished();
  return { submissionId: id, status };
}
