import {
  WorkflowFailedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  ConfirmRejection,
  confirmUpdateId,
  fetchImagesUpdateId,
  MessageName,
  type ConfirmCapturesAnswer,
  type ConfirmCapturesInput,
  type FetchImagesInput,
} from '../contract/submission-messages.js';
import { submissionWorkflowId } from '../contract/workflow-id.js';
import { isServiceAway } from '../temporal/is-service-away.js';
import { startSubmissionRun } from '../temporal/start-submission-run.js';
import {
  attemptAlreadyConfirmed,
  serviceUnavailable,
  submissionAlreadyFinished,
} from './errors.js';
import type { SubmissionWorkflows } from './submission-workflows.js';

/**
 * How long a caller waits. Without a worker an update would wait for ever; a healthy one answers
 * within 0.1 s.
 */
const DEADLINE_MS = 5_000;

export function createTemporalSubmissionWorkflows(client: Client): SubmissionWorkflows {
  const withDeadline = <T>(run: () => Promise<T>) =>
    client.withDeadline(Date.now() + DEADLINE_MS, run).catch(rethrow);

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

function rethrow(error: unknown): never {
  if (error instanceof WorkflowUpdateFailedError) throw toConfirmError(error);
  // All callers have started it or hold what a start gave out, so it has ended: the row, which is
  // written before a start, tells so a moment later.
  if (error instanceof WorkflowNotFoundError) throw submissionAlreadyFinished();
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isServiceAway(error)) {
    throw serviceUnavailable(error);
  }
  throw error;
}

function toConfirmError(error: WorkflowUpdateFailedError): unknown {
  const type = error.cause instanceof ApplicationFailure ? error.cause.type : undefined;
  switch (type) {
    case ConfirmRejection.SUBMISSION_ALREADY_FINISHED:
      return submissionAlreadyFinished();
    case ConfirmRejection.ATTEMPT_ALREADY_CONFIRMED:
      return attemptAlreadyConfirmed();
    case ConfirmRejection.ATTEMPT_NOT_OPEN:
    case ConfirmRejection.WRONG_CAPTURES:
      // The row and the workflow differ for the moment that the projection takes.
      return serviceUnavailable(error);
    case undefined:
    case null:
    default:
      return error;
  }
}
