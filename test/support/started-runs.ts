import type { Client } from '@temporalio/client';
import { toStartSubmission } from '../../contract/start-submission.js';
import { submissionWorkflowId } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import type { NewSubmission } from '../../db/submission-store.js';
import { waitFor } from './wait-for.js';

/** By the platform's own worker. */
export const startAttended = (temporal: Client, row: NewSubmission) =>
  start(temporal, row, 'sessions');

/** A workflow of the submission that nobody works on. */
export const startUnattended = (temporal: Client, row: NewSubmission) =>
  start(temporal, row, 'nobody');

const start = (temporal: Client, row: NewSubmission, taskQueue: string) =>
  temporal.workflow.start(WorkflowType.KTP_SCAN, {
    taskQueue,
    workflowId: submissionWorkflowId(row.id),
    args: [toStartSubmission(row)],
  });

/** Null where it is gone. */
export async function readStatus(temporal: Client, workflowId: string): Promise<string | null> {
  const described = temporal.workflow.getHandle(workflowId).describe();
  return described.then(
    ({ status }) => status.name,
    () => null,
  );
}

/** Search is a moment late, and a pass believes it that a workflow is open. */
export async function awaitUnlisted(temporal: Client, submissionId: string): Promise<void> {
  const query = `WorkflowId = '${submissionWorkflowId(submissionId)}' AND ExecutionStatus = 'Running'`;
  await waitFor('search', async () => (await temporal.workflow.count(query)).count === 0);
}
