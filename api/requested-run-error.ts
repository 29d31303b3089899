import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { ConfirmRejection } from '../contract/submission-messages.js';
import { isServiceAway } from '../temporal/is-service-away.js';
import {
  attemptAlreadyConfirmed,
  serviceUnavailable,
  submissionAlreadyFinished,
} from './errors.js';

/** What a caller is answered when a requested run fails it so; an unknown error as it is. */
export function toRequestedRunError(error: unknown): unknown {
  if (error instanceof WorkflowUpdateFailedError) return toConfirmError(error);
  // All callers have started it or hold what a start gave out, so it has ended: the row, which is
  // written before a start, tells so a moment later.
  if (error instanceof WorkflowNotFoundError) return submissionAlreadyFinished();
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isServiceAway(error)) {
    return serviceUnavailable(error);
  }
  return error;
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
