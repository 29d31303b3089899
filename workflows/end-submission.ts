import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy } from '@temporalio/workflow';
import { nextActionAfter, type SubmissionOutcome } from '../contract/submission.js';
import { TaskQueue } from '../contract/task-queue.js';
import { callbackWorkflowId, FIRST_DELIVERY } from '../contract/workflow-id.js';
import { submission } from './activity-proxies.js';
import { callbackDelivery } from './callback-delivery.workflow.js';
import { finishGate, lastConfirmedAttempt, listTaken } from './capture-gate.js';
import type { RunningSubmission } from './running-submission.js';
import { showEnd } from './show-progress.js';

/** Records what was decided, then lets the partner be told by a workflow of its own. */
export async function endSubmission(
  running: RunningSubmission,
  outcome: SubmissionOutcome,
): Promise<void> {
  const attempt = lastConfirmedAttempt(running.gate);
  running.gate = finishGate(running.gate);
  const { submissionId } = running.input;
  await submission.recordOutcome({
    submissionId,
    attempt,
    taken: listTaken(running.gate, attempt),
    tries: running.gate.tries,
    outcome,
    nextAction: nextActionAfter(outcome, running.input.finalAction),
    processedAt: new Date().toISOString(),
  });
  showEnd(attempt, outcome);
  await startCallback(submissionId);
}

/** Abandoned, so that the submission closes on time while the ladder runs for days. */
async function startCallback(submissionId: string): Promise<void> {
  try {
    await startChild(callbackDelivery, {
      workflowId: callbackWorkflowId(submissionId, FIRST_DELIVERY),
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      parentClosePolicy: ParentClosePolicy.ABANDON,
      taskQueue: TaskQueue.SESSIONS,
      args: [{ submissionId, delivery: FIRST_DELIVERY }],
    });
  } catch (error) {
    // Only when an operator has reset the submission: its callback is on its way already.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
