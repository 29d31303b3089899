import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkerOptions } from '@temporalio/worker';
import { captureKey, type CaptureRef } from '../../contract/capture.js';
import type { DocumentType, FlowName } from '../../contract/flow.js';
import type { RunSubmissionInput } from '../../contract/start-submission.js';
import {
  confirmUpdateId,
  MessageName,
  type ConfirmCapturesAnswer,
  type ConfirmCapturesInput,
  type SubmissionProgress,
} from '../../contract/submission-messages.js';
import type { SubmissionOutcome } from '../../contract/submission.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { callbackWorkflowId, submissionWorkflowId } from '../../contract/workflow-id.js';
import { WORKFLOW_TYPE_BY_FLOW } from '../../contract/workflow-type.js';
import type { FakeActivities } from './fake-activities.js';

export interface Stage {
  readonly environment: TestWorkflowEnvironment;
  readonly workflowBundle: { readonly code: string };
  readonly options?: Pick<
    WorkerOptions,
    'maxCachedWorkflows' | 'dataConverter' | 'maxConcurrentActivityTaskExecutions'
  >;
}

/** Runs a worker for each task queue, as the two processes do, until `run` is over. */
export async function withWorkers<Result>(
  { environment, workflowBundle, options }: Stage,
  activities: Pick<FakeActivities, 'sessions' | 'vision'>,
  run: () => Promise<Result>,
): Promise<Result> {
  const connection = environment.nativeConnection;
  const workers = await Promise.all(
    Object.values(TaskQueue).map((taskQueue) =>
      Worker.create({
        ...options,
        connection,
        taskQueue,
        ...(taskQueue === TaskQueue.SESSIONS && { workflowBundle }),
        activities: taskQueue === TaskQueue.VISION ? activities.vision : activities.sessions,
      }),
    ),
  );
  return workers.reduce((running, worker) => () => worker.runUntil(running), run)();
}

export interface RunningSubmission {
  readonly id: string;
  readonly handle: WorkflowHandle;
  confirm(attempt: number, ...documentTypes: DocumentType[]): Promise<ConfirmCapturesAnswer>;
  progress(): Promise<SubmissionProgress>;
  /** Of the submission, once its callback has ended too. */
  result(): Promise<SubmissionOutcome>;
}

const SESSION_MS = 24 * 3_600_000;

export async function startSubmission(
  environment: Pick<TestWorkflowEnvironment, 'client' | 'currentTimeMs'>,
  flow: FlowName,
  overrides: Partial<RunSubmissionInput> = {},
  app: Pick<ConfirmCapturesInput, 'maxMovements'> = {},
): Promise<RunningSubmission> {
  const id = randomUUID();
  const input: RunSubmissionInput = {
    submissionId: id,
    partnerCode: 'CONTOH',
    expiresAt: new Date((await environment.currentTimeMs()) + SESSION_MS).toISOString(),
    finalAction: 'STATUS',
    ...overrides,
  };
  const handle = await environment.client.workflow.start(WORKFLOW_TYPE_BY_FLOW[flow], {
    workflowId: submissionWorkflowId(id),
    taskQueue: TaskQueue.SESSIONS,
    args: [input],
  });
  return {
    id,
    handle,
    confirm: (attempt, ...documentTypes) =>
      handle.executeUpdate<ConfirmCapturesAnswer, [ConfirmCapturesInput]>(
        MessageName.CONFIRM_CAPTURES,
        {
          updateId: confirmUpdateId(id, attempt),
          args: [
            { attempt, captures: documentTypes.map((type) => refOf(id, attempt, type)), ...app },
          ],
        },
      ),
    progress: () => handle.query<SubmissionProgress>(MessageName.GET_PROGRESS),
    result: async () => {
      const outcome = (await handle.result()) as SubmissionOutcome;
      await environment.client.workflow.getHandle(callbackWorkflowId(id, 1)).result();
      return outcome;
    },
  };
}

export function refOf(
  submissionId: string,
  attempt: number,
  documentType: DocumentType,
): CaptureRef {
  const sha256 = 'ab'.repeat(32);
  return {
    documentType,
    key: captureKey({ submissionId, attempt, documentType }, sha256),
    sha256,
    bytes: 1024,
  };
}
