import { describe, expect, it } from 'vitest';
import type { CallbackAnswer } from '../../activities/callback/callback-sender.js';
import { createCallbackActivities } from '../../activities/callback/create-callback-activities.js';
import {
  createFakeCallbackStores,
  TEST_ENDED,
  type FakeCallbackStores,
} from '../../activities/callback/testing/fake-callback-stores.js';
import { CALLBACK_RETRY_DELAYS_MS } from '../../contract/callback.js';
import { TaskQueue } from '../../contract/task-queue.js';
import { callbackWorkflowId } from '../../contract/workflow-id.js';
import { WorkflowType } from '../../contract/workflow-type.js';
import { StoreError } from '../../db/store-error.js';
import { SealBrokenError } from '../../keys/seal.js';
import { createFakeActivities } from './fake-activities.js';
import { withWorkers } from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();
let delivery = 0;

const answered = (httpStatus: number): CallbackAnswer => ({ httpStatus, retryAfter: undefined });

/** Delivers against scripted answers, the last of which stands for all further ones. */
async function deliver(stores: FakeCallbackStores, answers: readonly CallbackAnswer[]) {
  const sentAt: number[] = [];
  const sender = {
    send: async () => {
      sentAt.push(await stage.environment.currentTimeMs());
      return answers[Math.min(sentAt.length, answers.length) - 1] ?? answered(200);
    },
  };
  const fakes = createFakeActivities();
  const sessions = {
    ...fakes.sessions,
    ...createCallbackActivities({ ...stores, sender, ladder: { divisor: 1, chance: () => 0.5 } }),
  };
  delivery += 1;
  const { submissionId } = TEST_ENDED;
  return withWorkers(stage, { ...fakes, sessions }, async () => {
    const handle = await stage.environment.client.workflow.start(WorkflowType.CALLBACK_DELIVERY, {
      workflowId: callbackWorkflowId(submissionId, delivery),
      taskQueue: TaskQueue.SESSIONS,
      args: [{ submissionId, delivery }],
    });
    const result: unknown = await handle.result();
    const gapsMs = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
    const { events } = await handle.fetchHistory();
    return { result, gapsMs, tries: sentAt.length, events: events?.length ?? 0 };
  });
}

describe('the delivery of a callback', () => {
  it('is over with the first 2xx', async () => {
    const stores = createFakeCallbackStores();
    expect(await deliver(stores, [answered(202)])).toMatchObject({ result: 'delivered', tries: 1 });
    expect(stores.states).toEqual(['DELIVERED']);
  });

  it('climbs the whole ladder and is dead after the tenth try, with a short history', async () => {
    const stores = createFakeCallbackStores();
    const { result, gapsMs, tries, events } = await deliver(stores, [answered(500)]);
    expect(result).toBe('dead');
    expect(tries).toBe(10);
    gapsMs.forEach((gapMs, step) => {
      const expectedMs = CALLBACK_RETRY_DELAYS_MS[step]!;
      expect(gapMs).toBeGreaterThanOrEqual(expectedMs);
      expect(gapMs).toBeLessThan(expectedMs + 30_000);
    });
    expect(stores.attempts).toHaveLength(10);
    expect(stores.states).toEqual(['DEAD']);
    expect(events).toBeLessThan(20);
  });

  it('is delivered when the partner recovers on the last step, and has kept one webhook id', async () => {
    const stores = createFakeCallbackStores();
    const answers = [...Array<CallbackAnswer>(9).fill(answered(503)), answered(200)];
    expect(await deliver(stores, answers)).toMatchObject({ result: 'delivered', tries: 10 });
    expect(new Set(stores.webhookIds)).toEqual(
      new Set([`msg_${TEST_ENDED.submissionId}_COMPLETED_VALID`]),
    );
  });

  it('is dead at once on 410, and the endpoint gets nothing more', async () => {
    const stores = createFakeCallbackStores();
    expect(await deliver(stores, [answered(410)])).toMatchObject({ result: 'dead', tries: 1 });
    expect(stores.endpoint?.isDisabled).toBe(true);
    expect(await deliver(stores, [answered(200)])).toMatchObject({ result: 'skipped', tries: 0 });
    expect(stores.states).toEqual(['DEAD', 'SKIPPED']);
  });

  it('is dead at once when what is stored cannot be opened', async () => {
    const stores = createFakeCallbackStores();
    stores.endpoints.readEndpoint = () => Promise.reject(new SealBrokenError('not in the ring'));
    expect(await deliver(stores, [answered(200)])).toMatchObject({ result: 'dead', tries: 0 });
    expect(stores.states).toEqual(['DEAD']);
    expect(stores.webhookIds).toHaveLength(1);
  });

  it('is replayed under the next number when an operator says so', async () => {
    const stores = createFakeCallbackStores();
    await deliver(stores, [answered(410)]);
    stores.endpoint = { ...stores.endpoint!, isDisabled: false };
    expect(await deliver(stores, [answered(200)])).toMatchObject({ result: 'delivered', tries: 1 });
    const [dead, replayed] = stores.keys.map((key) => key.delivery);
    expect(replayed).toBe(dead! + 1);
    expect(new Set(stores.webhookIds).size).toBe(1);
    expect(stores.states).toEqual(['DEAD', 'DELIVERED']);
  });

  it('loses no step of the ladder to an outage of the database', async () => {
    const stores = createFakeCallbackStores();
    let outages = 5;
    const open = stores.deliveries.openDelivery.bind(stores.deliveries);
    stores.deliveries.openDelivery = (key, webhookId) => {
      outages -= 1;
      return outages >= 0
        ? Promise.reject(new StoreError('opening a delivery', null, null))
        : open(key, webhookId);
    };
    const answers = [...Array<CallbackAnswer>(9).fill(answered(500)), answered(200)];
    expect(await deliver(stores, answers)).toMatchObject({ result: 'delivered', tries: 10 });
  });

  it('is put off by no more than a minute by an outage, however many tries were before it', async () => {
    const stores = createFakeCallbackStores();
    let looks = 0;
    const open = stores.deliveries.openDelivery.bind(stores.deliveries);
    stores.deliveries.openDelivery = (key, webhookId) => {
      looks += 1;
      return looks === 7
        ? Promise.reject(new StoreError('opening a delivery', null, null))
        : open(key, webhookId);
    };
    const answers = [...Array<CallbackAnswer>(6).fill(answered(500)), answered(200)];
    const { result, gapsMs } = await deliver(stores, answers);
    expect(result).toBe('delivered');
    expect(gapsMs.at(-1)).toBeLessThan(CALLBACK_RETRY_DELAYS_MS[5]! + 90_000);
  });
});
