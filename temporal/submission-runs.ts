import { isGrpcServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { SubmissionRun, SubmissionRuns } from '../activities/submission/submission-runs.js';
import { callbackWorkflowId, submissionWorkflowId } from '../contract/workflow-id.js';
import { findRun } from './find-run.js';
import { startCallback } from './start-callback.js';
import { cancelSubmissionRun, startSubmissionRun } from './start-submission-run.js';

export function createSubmissionRuns(client: Client): SubmissionRuns {
  return {
    end: async (submission, isExpired) => {
      const ask = isExpired ? startSubmissionRun : cancelSubmissionRun;
      return (await ask(client, submission)) ? 'ENDING' : 'CLOSED';
    },

    findSubmission: (submissionId) => findRun(client, submissionWorkflowId(submissionId)),

    findDelivery: ({ submissionId, delivery }) =>
      findRun(client, callbackWorkflowId(submissionId, delivery)),

    startCallback: (submissionId, delivery) => startCallback(client, submissionId, delivery),

    async list(submissionId, deliveries) {
      const ids = [
        submissionWorkflowId(submissionId),
        ...Array.from({ length: deliveries }, (_, index) =>
          callbackWorkflowId(submissionId, index + 1),
        ),
      ];
      // By id at once; by search, which is a moment late, what was reset or replayed since.
      const current = await Promise.all(ids.map((workflowId) => describe(client, { workflowId })));
      const listed = await Promise.all(
        (await search(client, submissionId)).map((run) => describe(client, run)),
      );
      const found = [...current, ...listed].filter((run) => run !== null);
      return [...new Map(found.map((run) => [run.runId, run])).values()];
    },

    async remove({ workflowId, runId }) {
      try {
        // One that runs is terminated by it.
        await client.workflowService.deleteWorkflowExecution({
          namespace: client.options.namespace,
          workflowExecution: { workflowId, runId },
        });
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    },
  };
}

interface Execution {
  readonly workflowId: string;
  readonly runId?: string;
}

async function search(client: Client, submissionId: string): Promise<readonly Execution[]> {
  const query = `WorkflowId = '${submissionWorkflowId(submissionId)}' OR WorkflowId STARTS_WITH 'callback/${submissionId}/'`;
  const found: Execution[] = [];
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    found.push({ workflowId, runId });
  }
  return found;
}

/** Null when it is gone. */
async function describe(
  client: Client,
  { workflowId, runId }: Execution,
): Promise<SubmissionRun | null> {
  try {
    const found = await client.workflow.getHandle(workflowId, runId).describe();
    return { workflowId, runId: found.runId, isOpen: found.status.name === 'RUNNING' };
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** gRPC status code NOT_FOUND. */
const GRPC_NOT_FOUND: ReadonlySet<number> = new Set([5]);

function isNotFound(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return isGrpcServiceError(cause) && GRPC_NOT_FOUND.has(cause.code);
}
