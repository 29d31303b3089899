import {
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
} from '@temporalio/client';
import { RETENTION_SCHEDULE_ID, TaskQueue, WorkflowType } from '../contract/workflow-names.js';

/** Retention counts in days; erasures whose start was missed wait no longer than this. */
const INTERVAL = '15 minutes';

/** What was missed while Temporal was away is not made up for: each sweep looks at everything. */
const CATCHUP_WINDOW = '1 minute';

/**
 * Creates the schedule of the sweep, or brings it to what this version says. Whether an operator
 * has paused it stays. Safe to repeat, and from several workers at once.
 */
export async function ensureRetentionSchedule(client: Client): Promise<void> {
  const options: Omit<ScheduleOptions, 'scheduleId'> = {
    spec: { intervals: [{ every: INTERVAL }], jitter: '1 minute' },
    action: {
      type: 'startWorkflow',
      workflowType: WorkflowType.RETENTION_SWEEP,
      workflowId: RETENTION_SCHEDULE_ID,
      taskQueue: TaskQueue.SESSIONS,
      args: [],
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCHUP_WINDOW },
  };
  try {
    await client.schedule.create({ scheduleId: RETENTION_SCHEDULE_ID, ...options });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const handle = client.schedule.getHandle(RETENTION_SCHEDULE_ID);
    await handle.update(({ state }) => ({ ...options, state }));
  }
}
