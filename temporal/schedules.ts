import {
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
} from '@temporalio/client';
import { TaskQueue } from '../contract/task-queue.js';
import { RECONCILIATION_SCHEDULE_ID, RETENTION_SCHEDULE_ID } from '../contract/workflow-id.js';
import { WorkflowType } from '../contract/workflow-type.js';

type Pause = `${number} ${'seconds' | 'minute' | 'minutes'}`;

interface Repetition {
  /** Of the schedule, and what the ids of its runs begin with. */
  readonly id: string;
  readonly workflowType: string;
  readonly every: Pause;
  readonly jitter: Pause;
}

const REPETITIONS: readonly Repetition[] = [
  {
    id: RETENTION_SCHEDULE_ID,
    workflowType: WorkflowType.RETENTION_SWEEP,
    // Retention counts in days; erasures whose start was missed wait no longer than this.
    every: '15 minutes',
    jitter: '1 minute',
  },
  {
    id: RECONCILIATION_SCHEDULE_ID,
    workflowType: WorkflowType.RECONCILIATION,
    // A person whose session has lost its workflow waits for no longer.
    every: '5 minutes',
    jitter: '30 seconds',
  },
];

/** What was missed while Temporal was away is not made up for: each run looks at everything. */
const CATCHUP_WINDOW = '1 minute';

/**
 * Creates the schedules, or brings them to what this version says. Whether an operator has paused one
 * stays. Safe to repeat, and from several workers at once.
 */
export async function ensureSchedules(client: Client): Promise<void> {
  for (const repetition of REPETITIONS) await ensureSchedule(client, repetition);
}

async function ensureSchedule(
  client: Client,
  { id, workflowType, every, jitter }: Repetition,
): Promise<void> {
  const options: Omit<ScheduleOptions, 'scheduleId'> = {
    spec: { intervals: [{ every }], jitter },
    action: {
      type: 'startWorkflow',
      workflowType,
      workflowId: id,
      taskQueue: TaskQueue.SESSIONS,
      args: [],
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCHUP_WINDOW },
  };
  try {
    await client.schedule.create({ scheduleId: id, ...options });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(id).update(({ state }) => ({ ...options, state }));
  }
}
