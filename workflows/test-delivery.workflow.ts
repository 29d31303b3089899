import { proxyActivities } from '@temporalio/workflow';
import type { TestDeliveryActivities } from '../activities/activity-types.js';
import { TaskQueue } from '../contract/task-queue.js';
import type { TestDeliveryInput, TestDeliveryReport } from '../contract/test-delivery.js';

/** One try, and an end to waiting when no worker is there: an operator sits in front of it. */
const { sendTestCallback } = proxyActivities<TestDeliveryActivities>({
  taskQueue: TaskQueue.SESSIONS,
  startToCloseTimeout: '45 seconds',
  scheduleToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 1 },
});

/** Sends a partner's endpoint one marked test message, whatever comes of it. */
export async function testDelivery(input: TestDeliveryInput): Promise<TestDeliveryReport> {
  return sendTestCallback(input);
}
