import { ApplicationFailure } from '@temporalio/common';
import { FailureType } from '../../activities/failure-type.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { erasureWorkflowId, RETENTION_SCHEDULE_ID } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import { startEnvironment } from '../workflow/environment.js';
import { createFakeActivities } from '../workflow/fake-activities.js';
import { createFakeErasing } from '../workflow/fake-erasing.js';
import { withWorkers } from '../workflow/submission-driver.js';
import { historyToFixture } from './history-json.js';

const ERASED = {
  submissionId: '0192f0aa-0000-7000-8000-000000000001',
  scope: 'ALL',
} as const;

/** Histories of erasures and of a sweep, by the names that they are saved under. */
export async function recordErasing(workflowBundle: {
  readonly code: string;
}): Promise<Readonly<Record<string, string>>> {
  const environment = await startEnvironment();
  const record = async (type: string, id: string, args: readonly unknown[], isGivenUp = false) => {
    const fake = createFakeErasing();
    fake.quietAt = new Date((await environment.currentTimeMs()) + 24 * 3_600_000).toISOString();
    fake.moreBatches = 1;
    if (isGivenUp) {
      fake.activities.awaitCallbacks = () =>
        Promise.reject(ApplicationFailure.retryable('tried', FailureType.ErasureUnfinished));
    }
    const fakes = createFakeActivities();
    const sessions = { ...fakes.sessions, ...fake.activities };
    return withWorkers({ environment, workflowBundle }, { ...fakes, sessions }, async () => {
      const handle = await environment.client.workflow.start(type, {
        workflowId: id,
        taskQueue: TaskQueue.SESSIONS,
        args: [...args],
      });
      await handle.result();
      return historyToFixture(await handle.fetchHistory());
    });
  };
  const images = { ...ERASED, scope: 'IMAGES' } as const;
  const other = { ...ERASED, submissionId: '0192f0aa-0000-7000-8000-000000000002' };
  const { ERASURE, RETENTION_SWEEP } = WorkflowType;
  try {
    return {
      erasure: await record(ERASURE, erasureWorkflowId(ERASED), [ERASED]),
      'erasure-images': await record(ERASURE, erasureWorkflowId(images), [images]),
      'erasure-undelivered': await record(ERASURE, erasureWorkflowId(other), [other], true),
      'retentionSweep-renewals': await record(RETENTION_SWEEP, RETENTION_SCHEDULE_ID, []),
    };
  } finally {
    await environment.teardown();
  }
}
