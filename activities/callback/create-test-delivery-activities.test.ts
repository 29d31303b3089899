import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import type { CallbackAnswer, CallbackRequest } from './callback-sender.js';
import { createTestDeliveryActivities } from './create-test-delivery-activities.js';
import {
  createFakeCallbackStores,
  TEST_NETWORKS,
  TEST_SECRET,
  type FakeCallbackStores,
} from './testing/fake-callback-stores.js';

/** Sends one test message to a partner that answers so. */
async function test(stores: FakeCallbackStores, answer: CallbackAnswer) {
  const sent: CallbackRequest[] = [];
  const sender = {
    send: (request: CallbackRequest) => {
      sent.push(request);
      return Promise.resolve(answer);
    },
  };
  const { sendTestCallback } = createTestDeliveryActivities({ ...stores, sender });
  const outcome: unknown = await new MockActivityEnvironment()
    .run(sendTestCallback, { partnerCode: 'CONTOH', webhookId: 'test_1' })
    .catch((error: unknown) => error);
  return { outcome, sent };
}

const answered = (httpStatus: number, text = ''): CallbackAnswer => ({
  httpStatus,
  retryAfter: undefined,
  text,
});

describe('a test message', () => {
  it('is signed like a callback and says that it is a test', async () => {
    const stores = createFakeCallbackStores({ method: 'PATCH' });
    const { outcome, sent } = await test(stores, answered(204));
    const [{ body, headers, method, privateNetworks }] = sent as [CallbackRequest];
    expect(new Webhook(TEST_SECRET).verify(body, headers)).toEqual({
      submissionId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
      test: true,
    });
    expect(headers).toMatchObject({ authorization: 'Bearer partner', 'webhook-id': 'test_1' });
    expect({ method, privateNetworks }).toEqual({
      method: 'PATCH',
      privateNetworks: TEST_NETWORKS,
    });
    expect(outcome).toEqual({
      httpStatus: 204,
      errorClass: null,
      answerExcerpt: null,
      durationMs: expect.any(Number) as number,
    });
  });

  it.each([
    [answered(401, 'who is Bearer partner?'), { httpStatus: 401, errorClass: 'HTTP_STATUS' }],
    [
      { httpStatus: null, errorClass: 'ADDRESS_REFUSED' } as const,
      { httpStatus: null, errorClass: 'ADDRESS_REFUSED', answerExcerpt: null },
    ],
  ])('tells what came of it (%j)', async (answer, report) => {
    const { outcome } = await test(createFakeCallbackStores(), answer);
    expect(outcome).toMatchObject(report);
  });

  it('shows the operator no secret that the partner repeats', async () => {
    const { outcome } = await test(createFakeCallbackStores(), answered(401, 'not Bearer partner'));
    expect(outcome).toMatchObject({ answerExcerpt: 'not […]' });
  });

  it('leaves no trace, whatever the answer', async () => {
    const stores = createFakeCallbackStores();
    await test(stores, answered(410));
    expect(stores.endpoint?.isDisabled).toBe(false);
    expect([stores.attempts, stores.states, stores.keys]).toEqual([[], [], []]);
  });

  it('reaches a disabled endpoint too', async () => {
    const { outcome } = await test(createFakeCallbackStores({ isDisabled: true }), answered(200));
    expect(outcome).toMatchObject({ httpStatus: 200 });
  });

  it.each([
    ['no endpoint', null],
    ['an unusable secret', { secrets: ['whsec_short'] }],
  ])('fails for good for a partner with %s', async (_case, endpoint) => {
    const stores = createFakeCallbackStores(endpoint ?? {});
    if (endpoint === null) stores.endpoint = null;
    const { outcome, sent } = await test(stores, answered(200));
    expect(outcome).toBeInstanceOf(ApplicationFailure);
    expect(outcome).toMatchObject({ type: 'PartnerMisconfigured', nonRetryable: true });
    expect(sent).toEqual([]);
  });
});
