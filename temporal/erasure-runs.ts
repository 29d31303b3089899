import type { Client } from '@temporalio/client';
import type { ErasureRuns } from '../administration/erasure-runs.js';
import type { ErasureKey } from '../contract/erasure.js';
import { TaskQueue } from '../contract/task-queue.js';
import { erasureWorkflowId } from '../contract/workflow-id.js';
import { WorkflowType } from '../contract/workflow-type.js';
import { startForOperator } from './start-for-operator.js';
import { startOnce } from './start-once.js';

const WHEN_AWAY = 'Temporal does not answer. The erasure is recorded and begins when it is back.';

/**
 * For an operator, who is told where Temporal does not answer and waits for no longer.
 *
 * @param connect is called for the first run: most commands of an operator need no Temporal
 */
export function createErasureRuns(connect: () => Promise<Client>): ErasureRuns {
  return {
    start: async (key) => {
      const client = await connect();
      await startForOperator(client, () => startErasure(client, key), WHEN_AWAY);
    },
  };
}

/**
 * Does nothing where it runs. One that has failed for good may be started again: its steps go on where they
 * were. Throws what Temporal throws.
 */
export async function startErasure(client: Client, key: ErasureKey): Promise<void> {
  await startOnce(() =>
    client.workflow.start(WorkflowType.ERASURE, {
      taskQueue: TaskQueue.SESSIONS,
      workflowId: erasureWorkflowId(key),
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      args: [key],
    }),
  );
}
