import type { Client } from '@temporalio/client';
import { AdministrationError } from '../administration/administration-error.js';
import type { KeyRenewalRuns } from '../administration/key-renewal-runs.js';
import {
  keyRenewalWorkflowId,
  MessageName,
  TaskQueue,
  WorkflowType,
} from '../contract/workflow-names.js';
import { isServiceAway } from './is-service-away.js';

/** How long an operator waits for a start. */
const START_DEADLINE_MS = 5_000;

/** `connect` is called for the first run: most commands of an operator need no Temporal. */
export function createKeyRenewalRuns(connect: () => Promise<Client>): KeyRenewalRuns {
  return {
    start: async (partnerCode) => {
      const client = await connect();
      await client
        .withDeadline(Date.now() + START_DEADLINE_MS, () => startRenewal(client, partnerCode))
        .catch((error: unknown) => rethrow(error, partnerCode));
    },
  };
}

/** By a signal, so that a run that is about to end sees the younger key before it does. */
async function startRenewal(client: Client, partnerCode: string): Promise<void> {
  await client.workflow.signalWithStart(WorkflowType.KEY_RENEWAL, {
    taskQueue: TaskQueue.SESSIONS,
    workflowId: keyRenewalWorkflowId(partnerCode),
    signal: MessageName.KEY_RENEWED,
    args: [{ partnerCode }],
  });
}

function rethrow(error: unknown, partnerCode: string): never {
  if (!isServiceAway(error)) throw error;
  const message = `Temporal does not answer: what older keys have sealed stays as it is. Run "kenali keys reseal ${partnerCode}" when it is back.`;
  throw new AdministrationError('UNAVAILABLE', [{ field: null, message }], { cause: error });
}
