import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { KeyRenewalRuns } from '../administration/key-renewal-runs.js';
import { KEY_RENEWED } from '../contract/key-renewal.js';
import { TaskQueue } from '../contract/task-queue.js';
import { keyRenewalWorkflowId } from '../contract/workflow-id.js';
import { WorkflowType } from '../contract/workflow-type.js';
import { startForOperator } from './start-for-operator.js';

/** `connect` is called for the first run: most commands of an operator need no Temporal. */
export function createKeyRenewalRuns(connect: () => Promise<Client>): KeyRenewalRuns {
  return {
    start: async (partnerCode) => {
      const client = await connect();
      await startForOperator(
        client,
        () => startRenewal(client, partnerCode),
        `Temporal does not answer: what older keys have sealed stays as it is. Run "kenali keys reseal ${partnerCode}" when it is back.`,
      );
    },
  };
}

/**
 * One that was never begun, as when its caller died. One that runs, was stopped or has failed is an operator's.
 */
export async function startMissedRenewal(client: Client, partnerCode: string): Promise<void> {
  try {
    const { status } = await client.workflow
      .getHandle(keyRenewalWorkflowId(partnerCode))
      .describe();
    if (status.name !== 'COMPLETED') return;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  await startRenewal(client, partnerCode);
}

/** By a signal, so that a run that is about to end sees the younger key before it does. */
async function startRenewal(client: Client, partnerCode: string): Promise<void> {
  await client.workflow.signalWithStart(WorkflowType.KEY_RENEWAL, {
    taskQueue: TaskQueue.SESSIONS,
    workflowId: keyRenewalWorkflowId(partnerCode),
    signal: KEY_RENEWED,
    args: [{ partnerCode }],
  });
}
