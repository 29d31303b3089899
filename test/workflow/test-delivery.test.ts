import { expect, it } from 'vitest';
import type { CallbackAnswer } from '../../activities/callback/callback-sender.js';
import { createTestDeliveryActivities } from '../../activities/callback/create-test-delivery-activities.js';
import { createFakeCallbackStores } from '../../activities/callback/testing/fake-callback-stores.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { testDeliveryWorkflowId } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import { createFakeActivities } from './fake-activities.js';
import { withWorkers } from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();

async function test(webhookId: string, answer: CallbackAnswer | Error) {
  let tries = 0;
  const sender = {
    send: () => {
      tries += 1;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const fakes = createFakeActivities();
  const tested = createTestDeliveryActivities({ ...createFakeCallbackStores(), sender });
  const sessions = { ...fakes.sessions, ...tested };
  return withWorkers(stage, { ...fakes, sessions }, async () => {
    const outcome: unknown = await stage.environment.client.workflow
      .execute(WorkflowType.TEST_DELIVERY, {
        workflowId: testDeliveryWorkflowId(webhookId),
        taskQueue: TaskQueue.SESSIONS,
        args: [{ partnerCode: 'CONTOH', webhookId }],
      })
      .catch((error: unknown) => error);
    return { outcome, tries };
  });
}

it('a test delivery is one try, whose refusal is told and not repeated', async () => {
  const answer = { httpStatus: 503, retryAfter: '1', text: 'closed today' };
  const { outcome, tries } = await test('test_1', answer);
  expect(outcome).toMatchObject({
    httpStatus: 503,
    errorClass: 'HTTP_STATUS',
    answerExcerpt: 'closed today',
  });
  expect(tries).toBe(1);
});

it('a test delivery that fails on our side is not repeated either', async () => {
  const { outcome, tries } = await test('test_2', new Error('broken'));
  expect(outcome).toMatchObject({ name: 'WorkflowFailedError' });
  expect(tries).toBe(1);
});
