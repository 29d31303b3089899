import { WorkflowFailedError, type Client } from '@temporalio/client';
import { unavailable } from '../administration/administration-error.js';
import type { ReconciliationRuns } from '../administration/reconciliation.js';
import type { ReconciliationReport } from '../contract/reconciliation.js';
import { TaskQueue } from '../contract/task-queue.js';
import { ASKED_RECONCILIATION_ID } from '../contract/workflow-id.js';
import { WorkflowType } from '../contract/workflow-type.js';
import { isServiceAway } from './is-service-away.js';

/** How long an operator waits; a pass that takes longer goes on. */
const DEADLINE_MS = 5 * 60_000;

export function createReconciliationRuns(connect: () => Promise<Client>): ReconciliationRuns {
  return {
    run: async () => {
      const client = await connect();
      return client
        .withDeadline(Date.now() + DEADLINE_MS, () =>
          client.workflow.execute<() => Promise<ReconciliationReport>>(
            WorkflowType.RECONCILIATION,
            {
              taskQueue: TaskQueue.SESSIONS,
              workflowId: ASKED_RECONCILIATION_ID,
              workflowIdConflictPolicy: 'USE_EXISTING',
            },
          ),
        )
        .catch(rethrow);
    },
  };
}

function rethrow(error: unknown): never {
  const isFailed = error instanceof WorkflowFailedError;
  if (!isFailed && !isServiceAway(error)) throw error;
  throw unavailable(
    isFailed
      ? 'The pass failed: its workflow says why. The next one is on the schedule.'
      : 'Temporal or a sessions worker does not answer. What has begun goes on.',
    error,
  );
}
