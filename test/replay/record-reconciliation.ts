import { TaskQueue } from '../../contract/task-queue.js';
import { RECONCILIATION_SCHEDULE_ID } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import { startEnvironment } from '../workflow/environment.js';
import { createFakeActivities } from '../workflow/fake-activities.js';
import { createFakeReconciling } from '../workflow/fake-reconciling.js';
import { withWorkers } from '../workflow/submission-driver.js';
import { historyToFixture } from './history-json.js';

const SUBMISSION_ID = '0192f0aa-0000-7000-8000-000000000001';

/** A pass that finds something, and one that begins where an execution before it has ended. */
export async function recordReconciliation(workflowBundle: {
  readonly code: string;
}): Promise<Readonly<Record<string, string>>> {
  const environment = await startEnvironment();
  const record = async (pages: number) => {
    const fake = createFakeReconciling();
    fake.pages.reconcileSubmissions = pages;
    fake.findings.reconcileSubmissions = [
      { kind: 'UNSTARTED', submissionId: SUBMISSION_ID, isMended: true },
    ];
    const fakes = createFakeActivities();
    const sessions = { ...fakes.sessions, ...fake.activities };
    return withWorkers({ environment, workflowBundle }, { ...fakes, sessions }, async () => {
      const handle = await environment.client.workflow.start(WorkflowType.RECONCILIATION, {
        workflowId: RECONCILIATION_SCHEDULE_ID,
        taskQueue: TaskQueue.SESSIONS,
      });
      await handle.result();
      const last = environment.client.workflow.getHandle(RECONCILIATION_SCHEDULE_ID);
      return historyToFixture(await last.fetchHistory());
    });
  };
  try {
    return { reconciliation: await record(2), 'reconciliation-continued': await record(60) };
  } finally {
    await environment.teardown();
  }
}
