import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { SubmissionActivities } from '../activities/activity-types.js';
import type { SubmissionRuns } from '../activities/submission/submission-runs.js';
import type {
  ReconciledRuns,
  UnfinishedRun,
} from '../activities/reconciliation/reconciled-runs.js';
import { SearchAttribute } from '../contract/search-attribute.js';
import { submissionOfWorkflowId, submissionWorkflowId } from '../contract/workflow-id.js';
import { WORKFLOW_TYPE_BY_FLOW } from '../contract/workflow-type.js';
import { startSubmissionRun } from './start-submission-run.js';

/** What a workflow decided is in its result; one that failed or was stopped has decided nothing. */
const UNFINISHED = `WorkflowType IN (${Object.values(WORKFLOW_TYPE_BY_FLOW)
  .map((type) => `'${type}'`)
  .join(', ')}) AND ExecutionStatus != 'Completed'`;

const PAGE = 100;

/** The activity that a workflow waits for between its decision and its end. */
const RECORDS_END = 'recordOutcome' satisfies keyof SubmissionActivities;

export function createReconciledRuns(
  client: Client,
  shared: Pick<SubmissionRuns, 'findSubmission' | 'findDelivery' | 'remove' | 'startCallback'>,
): ReconciledRuns {
  return {
    ...shared,

    async listSeemingOpen(submissionIds) {
      if (submissionIds.length === 0) return new Set();
      const workflowIds = submissionIds.map((id) => `'${submissionWorkflowId(id)}'`);
      const { executions } = await client.workflowService.listWorkflowExecutions({
        namespace: client.options.namespace,
        query: `WorkflowId IN (${workflowIds.join(', ')}) AND ExecutionStatus = 'Running'`,
        pageSize: PAGE,
      });
      const named = executions.map(({ execution }) =>
        submissionOfWorkflowId(execution?.workflowId ?? ''),
      );
      return new Set(named.filter((id) => id !== null));
    },

    start: async (submission) => {
      await startSubmissionRun(client, submission);
    },

    isDecided: (submissionId) => isDecided(client, submissionId),

    stop: async (submissionId, reason) => {
      const handle = client.workflow.getHandle(submissionWorkflowId(submissionId));
      await handle.terminate(reason).catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
    },

    async listUnfinished(after) {
      const { executions, nextPageToken } = await client.workflowService.listWorkflowExecutions({
        namespace: client.options.namespace,
        query: UNFINISHED,
        pageSize: PAGE,
        ...(after !== null && { nextPageToken: Buffer.from(after, 'base64') }),
      });
      const next = Buffer.from(nextPageToken).toString('base64');
      return { runs: executions.flatMap(toUnfinished), next: next === '' ? null : next };
    },
  };
}

/** By what the server has of it: nobody has to answer. */
async function isDecided(client: Client, submissionId: string): Promise<boolean> {
  const { raw } = await client.workflow.getHandle(submissionWorkflowId(submissionId)).describe();
  return (raw.pendingActivities ?? []).some(
    ({ activityType }) => activityType?.name === RECORDS_END,
  );
}

type ExecutionInfo = temporal.api.workflow.v1.IWorkflowExecutionInfo;

/** Search is a moment late, which is why each is looked for among the rows before anything follows. */
function toUnfinished({ execution, searchAttributes, closeTime }: ExecutionInfo): UnfinishedRun[] {
  const workflowId = execution?.workflowId ?? '';
  const submissionId = submissionOfWorkflowId(workflowId);
  if (submissionId === null) return [];
  const readText = (name: string) => {
    const payload = searchAttributes?.indexedFields?.[name];
    const value: unknown = payload && defaultPayloadConverter.fromPayload(payload);
    return typeof value === 'string' ? value : null;
  };
  const expiresAt = readText(SearchAttribute.expiresAt.name);
  return [
    {
      submissionId,
      workflowId,
      runId: execution?.runId ?? '',
      isOpen: closeTime === null || closeTime === undefined,
      partnerCode: readText(SearchAttribute.partnerCode.name),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    },
  ];
}
