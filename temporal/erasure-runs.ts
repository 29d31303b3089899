import type { Client } from '@temporalio/client';
import { AdministrationError } from '../administration/administration-error.js';
import type { ErasureRuns } from '../administration/erasure-runs.js';
import type { ErasureKey } from '../contract/erasure.js';
import { erasureWorkflowId, TaskQueue, WorkflowType } from '../contract/workflow-names.js';
import { isServiceAway } from './is-service-away.js';
import { startOnce } from './start-once.js';

/** How long an operator waits for a start. */
const START_DEADLINE_MS = 5_000;

/** `connect` is called for the first run: most commands of an operator need no Temporal. */
export function createErasureRuns(connect: () => Promise<Client>): ErasureRuns {
  return {
    start: async (key) => {
      const client = await connect();
      await client
        .withDeadline(Date.now() + START_DEADLINE_MS, () => startErasure(client, key))
        .catch(rethrow);
    },
  };
}

/** One that has failed for good may be started again: its steps go on where they were. */
async function startErasure(client: Client, key: ErasureKey): Promise<void> {
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

function rethrow(error: unknown): never {
  if (!isServiceAway(error)) throw error;
  const message = 'Temporal does not answer. The erasure is recorded and begins when it is back.';
  throw new AdministrationError('UNAVAILABLE', [{ field: null, message }], { cause: error });
}
