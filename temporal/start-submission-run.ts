import type { Client } from '@temporalio/client';
import type { RunSubmissionInput, StartSubmission } from '../contract/start-submission.js';
import { MessageName } from '../contract/submission-messages.js';
import { TaskQueue } from '../contract/task-queue.js';
import { submissionWorkflowId } from '../contract/workflow-id.js';
import { WORKFLOW_TYPE_BY_FLOW } from '../contract/workflow-type.js';
import { startOnce } from './start-once.js';

/**
 * The one way to start the workflow of a submission: by an id that follows from it, once and for ever.
 * One that runs stays as it is.
 *
 * @returns false where it has run and ended
 */
export function startSubmissionRun(client: Client, submission: StartSubmission): Promise<boolean> {
  const { type, options } = toStart(submission);
  return startOnce(() =>
    client.workflow.start<(input: RunSubmissionInput) => Promise<void>>(type, {
      ...options,
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  );
}

/** Cancels it, and starts it for that where it was never started. */
export function cancelSubmissionRun(client: Client, submission: StartSubmission): Promise<boolean> {
  const { type, options } = toStart(submission);
  return startOnce(() =>
    client.workflow.signalWithStart(type, { ...options, signal: MessageName.CANCEL_SUBMISSION }),
  );
}

function toStart({ flow, ...input }: StartSubmission) {
  return {
    type: WORKFLOW_TYPE_BY_FLOW[flow],
    options: {
      taskQueue: TaskQueue.SESSIONS,
      workflowId: submissionWorkflowId(input.submissionId),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      args: [input] as [RunSubmissionInput],
    },
  } as const;
}
