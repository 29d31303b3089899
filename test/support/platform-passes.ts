import type { Client } from '@temporalio/client';
import { RECONCILIATION_SCHEDULE_ID, RETENTION_SCHEDULE_ID } from '../../contract/workflow-id.js';
import { waitFor } from './wait-for.js';

const SCHEDULE_IDS = [RECONCILIATION_SCHEDULE_ID, RETENTION_SCHEDULE_ID];

const RUNNING = `WorkflowType IN ('reconciliation', 'retentionSweep') AND ExecutionStatus = 'Running'`;

/**
 * What the platform does by itself would find what a test leaves for its own passes to find. Resolves
 * when none is under way, with what lets them go on.
 */
export async function pausePasses(temporal: Client): Promise<() => Promise<void>> {
  const schedules = SCHEDULE_IDS.map((id) => temporal.schedule.getHandle(id));
  await Promise.all(schedules.map((schedule) => schedule.pause()));
  await awaitNoPass(temporal);
  return async () => {
    await Promise.all(schedules.map((schedule) => schedule.unpause()));
  };
}

export async function awaitNoPass(temporal: Client): Promise<void> {
  await waitFor('passes to end', async () => {
    const { count } = await temporal.workflow.count(RUNNING);
    return count === 0;
  });
}

/** Reconciliation by its schedule, paused or not. Resolves before it begins. */
export function triggerReconciliation(temporal: Client): Promise<void> {
  return temporal.schedule.getHandle(RECONCILIATION_SCHEDULE_ID).trigger();
}
