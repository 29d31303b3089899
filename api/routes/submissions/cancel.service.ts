import type { SubmissionState } from '../../../contract/schema/confirm-captures.js';
import type { Submission } from '../../../db/submission-store.js';
import { submissionAlreadyFinished } from '../../errors.js';
import { toStartSubmission } from '../../../contract/start-submission.js';
import type { SubmissionWorkflows } from '../../submission-workflows.js';

/**
 * Asks the workflow to end. It does so within moments; status, details and callback then tell
 * `CANCELLED_BY_PARTNER`. Cancelling a cancelled submission is no error. The workflow is started
 * first: an initiate that was answered with 503 may have left the row alone.
 */
export async function cancelSubmission(
  workflows: SubmissionWorkflows,
  submission: Submission,
): Promise<SubmissionState> {
  const { id, status, reasonCode } = submission;
  if (status === 'IN_PROGRESS') {
    await workflows.start(toStartSubmission(submission));
    await workflows.cancel(id);
  } else if (reasonCode !== 'CANCELLED_BY_PARTNER') {
    throw submissionAlreadyFinished();
  }
  return { submissionId: id, status };
}
