import { randomUUID } from 'node:crypto';
import { WorkflowFailedError, type Client } from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { FailureType } from '../activities/failure-type.js';
import { conflict, unavailable } from '../administration/administration-error.js';
import type { DeliveryRuns } from '../administration/delivery-runs.js';
import { TaskQueue } from '../contract/task-queue.js';
import type { TestDeliveryInput, TestDeliveryReport } from '../contract/test-delivery.js';
import { testDeliveryWorkflowId } from '../contract/workflow-id.js';
import { WorkflowType } from '../contract/workflow-type.js';
import { isServiceAway } from './is-service-away.js';
import { startCallback } from './start-callback.js';
import { startForOperator } from './start-for-operator.js';

const WHEN_AWAY = 'Temporal does not answer.';

/** A test is one try of a minute at most; the rest is for a worker to pick it up. */
const TEST_TIMEOUT = '70 seconds';
const TEST_DEADLINE_MS = 75_000;

/** `connect` is called for the first run: most commands of an operator need no Temporal. */
export function createDeliveryRuns(connect: () => Promise<Client>): DeliveryRuns {
  return {
    replay: async (submissionId, delivery) => {
      const client = await connect();
      // Where another operator was faster, this delivery is that one.
      const start = () => startCallback(client, submissionId, delivery);
      await startForOperator(client, start, WHEN_AWAY);
    },

    test: async (partnerCode) => {
      const client = await connect();
      const webhookId = `test_${randomUUID()}`;
      const report = await client
        .withDeadline(Date.now() + TEST_DEADLINE_MS, () =>
          client.workflow.execute<(input: TestDeliveryInput) => Promise<TestDeliveryReport>>(
            WorkflowType.TEST_DELIVERY,
            {
              taskQueue: TaskQueue.SESSIONS,
              workflowId: testDeliveryWorkflowId(webhookId),
              workflowExecutionTimeout: TEST_TIMEOUT,
              args: [{ partnerCode, webhookId }],
            },
          ),
        )
        .catch(rethrow);
      return { webhookId, ...report };
    },
  };
}

function rethrow(error: unknown): never {
  if (error instanceof WorkflowFailedError) {
    const wrong = findMisconfiguration(error);
    if (wrong !== null) throw conflict(`The callback cannot be used: ${wrong}.`);
    throw unavailable('The test was not made: no sessions worker took it, or it failed.', error);
  }
  if (isServiceAway(error)) throw unavailable(WHEN_AWAY, error);
  throw error;
}

/** Asking again would not help: the operator has to change something first. */
function findMisconfiguration({ cause }: WorkflowFailedError): string | null {
  const reason = cause instanceof ActivityFailure ? cause.cause : undefined;
  const isPartners =
    reason instanceof ApplicationFailure && reason.type === FailureType.PartnerMisconfigured;
  return isPartners ? reason.message : null;
}
