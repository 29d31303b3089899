import { WorkflowFailedError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { toRequestedRunError } from '../api/requested-run-error.js';
import type { RequestedRuns } from '../api/requested-runs.js';
import {
  confirmUpdateId,
  fetchImagesUpdateId,
  MessageName,
  type ConfirmCapturesAnswer,
  type ConfirmCapturesInput,
  type FetchImagesInput,
} from '../contract/submission-messages.js';
import { submissionWorkflowId } from '../contract/workflow-id.js';
import { isServiceAway } from './is-service-away.js';
import { startSubmissionRun } from './start-submission-run.js';

/**
 * How long a caller waits. Without a worker an update would wait for ever; a healthy one answers
 * within 0.1 s.
 */
const DEADLINE_MS = 5_000;

export function createRequestedRuns(client: Client): RequestedRuns {
  const withDeadline = <T>(run: () => Promise<T>) =>
    client.withDeadline(Date.now() + DEADLINE_MS, run).catch((error: unknown) => {
      throw toRequestedRunError(error);
    });

  return {
    // One that has run and ended: the same answer as for one that runs.
    start: async (submission) => {
      await withDeadline(() => startSubmissionRun(client, submission));
    },

    confirm: (submissionId, input) =>
      withDeadline(() =>
        client.workflow
          .getHandle(submissionWorkflowId(submissionId))
          .executeUpdate<ConfirmCapturesAnswer, [ConfirmCapturesInput]>(
            MessageName.CONFIRM_CAPTURES,
            { args: [input], updateId: confirmUpdateId(submissionId, input.attempt) },
          ),
      ),

    async fetchImages(submissionId, images) {
      await withDeadline(() =>
        client.workflow
          .getHandle(submissionWorkflowId(submissionId))
          .executeUpdate<null, [FetchImagesInput]>(MessageName.FETCH_IMAGES, {
            args: [{ images }],
            updateId: fetchImagesUpdateId(submissionId),
          }),
      );
    },

    awaitEnd: (submissionId, patienceMs) => awaitEnd(client, submissionId, patienceMs),

    cancel: (submissionId) =>
      withDeadline(() =>
        client.workflow
          .getHandle(submissionWorkflowId(submissionId))
          .signal(MessageName.CANCEL_SUBMISSION),
      ),
  };
}

/** However it ended: the row says how. */
async function awaitEnd(
  client: Client,
  submissionId: string,
  patienceMs: number,
): Promise<boolean> {
  const { workflow } = client;
  try {
    await client.withDeadline(Date.now() + patienceMs, () =>
      workflow.getHandle(submissionWorkflowId(submissionId)).result(),
    );
    return true;
  } catch (error) {
    if (error instanceof WorkflowFailedError || error instanceof WorkflowNotFoundError) return true;
    if (isServiceAway(error)) return false;
    throw error;
  }
}
