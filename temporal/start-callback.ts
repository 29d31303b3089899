import type { Client } from '@temporalio/client';
import { TaskQueue } from '../contract/task-queue.js';
import { callbackWorkflowId } from '../contract/workflow-id.js';
import { WorkflowType } from '../contract/workflow-type.js';
import { startOnce } from './start-once.js';

/**
 * Sends a callback by a workflow of its own. Whoever comes second with the same number starts nothing; one that was
 * stopped before its end goes on under the same id, and so with the same `webhook-id`.
 */
export async function startCallback(
  client: Client,
  submissionId: string,
  delivery: number,
): Promise<void> {
  await startOnce(() =>
    client.workflow.start(WorkflowType.CALLBACK_DELIVERY, {
      taskQueue: TaskQueue.SESSIONS,
      workflowId: callbackWorkflowId(submissionId, delivery),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      args: [{ submissionId, delivery }],
    }),
  );
}
