import { KEY_RENEWED } from '../../contract/key-renewal.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { keyRenewalWorkflowId } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import { startEnvironment } from '../workflow/environment.js';
import { createFakeActivities } from '../workflow/fake-activities.js';
import { createFakeRenewing } from '../workflow/fake-renewing.js';
import { withWorkers } from '../workflow/submission-driver.js';
import { historyToFixture } from './history-json.js';

/** A renewal of several pages, with a column that is found late and a key that is made meanwhile. */
export async function recordKeyRenewal(workflowBundle: { readonly code: string }): Promise<string> {
  const environment = await startEnvironment();
  const fake = createFakeRenewing('k2', 'k3');
  fake.pages.push({ found: 20, after: '0192f0aa-0000-7000-8000-000000000001' }, { found: 3 });
  fake.retirings.push(false);
  const fakes = createFakeActivities();
  const sessions = { ...fakes.sessions, ...fake.activities };
  try {
    return await withWorkers({ environment, workflowBundle }, { ...fakes, sessions }, async () => {
      const handle = await environment.client.workflow.signalWithStart(WorkflowType.KEY_RENEWAL, {
        workflowId: keyRenewalWorkflowId('CONTOH'),
        taskQueue: TaskQueue.SESSIONS,
        signal: KEY_RENEWED,
        args: [{ partnerCode: 'CONTOH' }],
      });
      await handle.result();
      return historyToFixture(await handle.fetchHistory());
    });
  } finally {
    await environment.teardown();
  }
}
