import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { RunState } from '../contract/reconciliation.js';

/** The newest execution of an id, with what it gave back where it came to its end. */
export async function findRun<Answer>(
  client: Client,
  workflowId: string,
): Promise<RunState<Answer>> {
  try {
    const { runId, status } = await client.workflow.getHandle(workflowId).describe();
    if (status.name === 'RUNNING') return { state: 'OPEN' };
    const isAnswered = status.name === 'COMPLETED';
    const closed = client.workflow.getHandle<() => Promise<Answer>>(workflowId, runId);
    return { state: 'CLOSED', answer: isAnswered ? await closed.result() : null };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { state: 'NONE' };
    throw error;
  }
}
