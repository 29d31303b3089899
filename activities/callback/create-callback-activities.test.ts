import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../db/store-error.js';
import { SubmissionRowMissingError } from '../../db/submission-projection-store.js';
import { SealBrokenError } from '../../keys/seal.js';
import { SPECIMEN_CARD } from '../sandbox/specimen-card.js';
import type { CallbackAnswer, CallbackRequest } from './callback-sender.js';
import { createCallbackActivities } from './create-callback-activities.js';
import {
  createFakeCallbackStores,
  TEST_ENDED,
  TEST_NETWORKS,
  TEST_SECRET,
  type FakeCallbackStores,
} from './testing/fake-callback-stores.js';

const { submissionId } = TEST_ENDED;

/** Runs one try against a partner that answers so. */
async function deliver(stores: FakeCallbackStores, answer: CallbackAnswer, delivery = 1) {
  const sent: CallbackRequest[] = [];
  const sender = {
    send: (request: CallbackRequest) => {
      sent.push(request);
      return Promise.resolve(answer);
    },
  };
  const { deliverCallback } = createCallbackActivities({
    ...stores,
    sender,
    ladder: { divisor: 1, chance: () => 0.5 },
  });
  const outcome: unknown = await new MockActivityEnvironment()
    .run(deliverCallback, { submissionId, delivery })
    .catch((error: unknown) => error);
  return { outcome, sent };
}

const status = (httpStatus: number, retryAfter?: string): CallbackAnswer => ({
  httpStatus,
  retryAfter,
});

const refusal = (text: string): CallbackAnswer => ({
  httpStatus: 500,
  retryAfter: undefined,
  text,
});

function failureOf(outcome: unknown): ApplicationFailure {
  expect(outcome).toBeInstanceOf(ApplicationFailure);
  return outcome as ApplicationFailure;
}

describe('one try at a callback', () => {
  it('sends the full body, signed, beside the headers of the partner', async () => {
    const stores = createFakeCallbackStores();
    const { outcome, sent } = await deliver(stores, status(200));
    expect(outcome).toBe('delivered');
    const [{ body, headers, method, url }] = sent as [CallbackRequest];
    expect(new Webhook(TEST_SECRET).verify(body, headers)).toEqual({
      submissionId,
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
      submissionType: 'KYC_LITE',
      userId: 'user-1',
      userIdType: 'CONTOH_USER_ID',
      partnerSessionId: 'session-1',
      processedAt: '2026-11-22T03:00:00.000Z',
      submissionDetails: { verificationResult: { document: 'PASS' }, faceMatchScore: 0.91 },
    });
    expect(headers).toMatchObject({
      authorization: 'Bearer partner',
      'content-type': 'application/json',
      'webhook-id': `msg_${submissionId}_COMPLETED_VALID`,
    });
    expect({ method, url }).toEqual({ method: 'POST', url: stores.endpoint?.url });
    expect(stores.states).toEqual(['DELIVERED']);
    expect(stores.attempts).toMatchObject([{ httpStatus: 200, errorClass: null }]);
  });

  it('sends the four core fields alone to a partner who wants no more', async () => {
    const stores = createFakeCallbackStores({ payload: 'minimal', method: 'PUT' });
    const { sent } = await deliver(stores, status(200));
    expect(sent[0]?.method).toBe('PUT');
    expect(JSON.parse(sent[0]!.body)).toEqual({
      submissionId,
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
    });
  });

  it('signs with both secrets while the partner rotates', async () => {
    const older = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;
    const stores = createFakeCallbackStores({ secrets: [TEST_SECRET, older] });
    const { sent } = await deliver(stores, status(200));
    const [{ body, headers }] = sent as [CallbackRequest];
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const secret of [TEST_SECRET, older]) {
      expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    }
  });

  it('may go to the networks of its partner', async () => {
    const { sent } = await deliver(createFakeCallbackStores(), status(200));
    expect(sent[0]?.privateNetworks).toEqual(TEST_NETWORKS);
  });

  it.each([
    ['an invalid person', { result: 'INVALID', reasonCode: 'NIK_INVALID' }, 'COMPLETED_INVALID'],
    ['an error', { status: 'ERROR', result: null, reasonCode: 'SESSION_TIMEOUT' }, 'ERROR'],
  ] as const)('has an id of its own for %s, without dots', async (_case, changed, ending) => {
    const stores = createFakeCallbackStores({}, { ...TEST_ENDED, ...changed });
    const { sent } = await deliver(stores, status(200));
    const id = sent[0]?.headers['webhook-id'];
    expect(id).toBe(`msg_${submissionId}_${ending}`);
    expect(id).toMatch(/^[\w-]{1,64}$/);
  });

  it('keeps its id in a replay', async () => {
    const stores = createFakeCallbackStores();
    const first = await deliver(stores, status(200));
    const replay = await deliver(stores, status(200), 2);
    expect(replay.outcome).toBe('delivered');
    expect(replay.sent[0]?.headers['webhook-id']).toBe(first.sent[0]?.headers['webhook-id']);
    expect(replay.sent[0]?.body).toBe(first.sent[0]?.body);
    expect(stores.keys).toEqual([
      { submissionId, delivery: 1 },
      { submissionId, delivery: 2 },
    ]);
  });

  it('does not let static headers replace the signature', async () => {
    const stores = createFakeCallbackStores({ headers: { 'Webhook-Signature': 'v1,forged' } });
    const { sent } = await deliver(stores, status(200));
    expect(() => new Webhook(TEST_SECRET).verify(sent[0]!.body, sent[0]!.headers)).not.toThrow();
  });

  it('counts every 2xx as delivered', async () => {
    const stores = createFakeCallbackStores();
    expect((await deliver(stores, status(204))).outcome).toBe('delivered');
    expect(stores.attempts).toMatchObject([{ httpStatus: 204, errorClass: null }]);
  });

  it.each([302, 400, 401, 404, 500])('tries again after status %i', async (httpStatus) => {
    const stores = createFakeCallbackStores();
    const failure = failureOf((await deliver(stores, status(httpStatus))).outcome);
    expect(failure).toMatchObject({
      type: 'CallbackRejected',
      nonRetryable: false,
      nextRetryDelay: 5_000,
    });
    expect(stores.attempts).toMatchObject([{ httpStatus, errorClass: 'HTTP_STATUS' }]);
    expect(stores.states).toEqual([]);
  });

  it('takes the next step of the ladder by the tries that were recorded', async () => {
    const stores = createFakeCallbackStores();
    await deliver(stores, status(500));
    const second = failureOf((await deliver(stores, status(500))).outcome);
    expect(second.nextRetryDelay).toBe(300_000);
  });

  it('honours Retry-After', async () => {
    const { outcome } = await deliver(createFakeCallbackStores(), status(429, '120'));
    expect(failureOf(outcome).nextRetryDelay).toBe(120_000);
  });

  it('gives up after the tenth try', async () => {
    const stores = createFakeCallbackStores();
    for (let tries = 1; tries < 10; tries += 1) await deliver(stores, status(500));
    const failure = failureOf((await deliver(stores, status(500, '60'))).outcome);
    expect(failure).toMatchObject({ type: 'CallbackRejected', nonRetryable: true });
  });

  it('disables the endpoint on 410', async () => {
    const stores = createFakeCallbackStores();
    const failure = failureOf((await deliver(stores, status(410))).outcome);
    expect(failure).toMatchObject({ type: 'CallbackGone', nonRetryable: true });
    expect(stores.endpoint?.isDisabled).toBe(true);
  });

  it('leaves an address enabled that was set while the old one answered 410', async () => {
    const stores = createFakeCallbackStores();
    const { addAttempt } = stores.deliveries;
    stores.deliveries.addAttempt = (...told) => {
      stores.endpoint = { ...stores.endpoint!, url: 'https://partner.example/new' };
      return addAttempt(...told);
    };
    await deliver(stores, status(410));
    expect(stores.endpoint?.isDisabled).toBe(false);
  });

  it.each([
    ['has no endpoint', null],
    ['has a disabled one', { isDisabled: true }],
  ])('skips a partner who %s', async (_case, endpoint) => {
    const stores = createFakeCallbackStores(endpoint ?? {});
    if (endpoint === null) stores.endpoint = null;
    const { outcome, sent } = await deliver(stores, status(200));
    expect(outcome).toBe('skipped');
    expect(sent).toEqual([]);
    expect(stores.states).toEqual(['SKIPPED']);
  });

  it('skips a replay too while the endpoint is disabled', async () => {
    const stores = createFakeCallbackStores({ isDisabled: true });
    expect((await deliver(stores, status(200), 2)).outcome).toBe('skipped');
    expect(stores.states).toEqual(['SKIPPED']);
  });

  it.each(['full', 'minimal'] as const)(
    'keeps the redacted beginning of a refusing answer (%s payload)',
    async (payload) => {
      const stores = createFakeCallbackStores({ payload });
      stores.assessments.readSubmissionDetails = () =>
        Promise.resolve({ ktpDetails: SPECIMEN_CARD });
      const told = 'no user-1 in session-1:\u0000 Contoh Sandbox, born 1990-01-01, Bearer partner';
      await deliver(stores, refusal(told));
      expect(stores.attempts).toMatchObject([
        { httpStatus: 500, answerExcerpt: 'no […] in […]: […], born […], […]' },
      ]);
    },
  );

  it('keeps nothing of what the partner wrote when it cannot be redacted', async () => {
    const stores = createFakeCallbackStores({ payload: 'minimal' });
    stores.assessments.readSubmissionDetails = () => Promise.reject(new Error('sealed'));
    const failure = failureOf((await deliver(stores, refusal('Contoh Sandbox'))).outcome);
    expect(failure.type).toBe('CallbackRejected');
    expect(stores.attempts).toMatchObject([{ httpStatus: 500, answerExcerpt: null }]);
  });

  it('keeps nothing of a delivering answer', async () => {
    const stores = createFakeCallbackStores();
    await deliver(stores, { httpStatus: 200, retryAfter: undefined, text: 'thanks' });
    expect(stores.attempts).toMatchObject([{ httpStatus: 200, answerExcerpt: null }]);
  });

  it('says nothing of what the partner wrote in its failure', async () => {
    const failure = failureOf((await deliver(createFakeCallbackStores(), refusal('x9'))).outcome);
    expect(JSON.stringify([failure.message, failure.details, failure.cause])).not.toContain('x9');
  });

  it('records a try that got no answer', async () => {
    const stores = createFakeCallbackStores();
    const answer: CallbackAnswer = { httpStatus: null, errorClass: 'TIMEOUT' };
    const failure = failureOf((await deliver(stores, answer)).outcome);
    expect(failure.message).toContain('TIMEOUT');
    expect(stores.attempts).toMatchObject([{ httpStatus: null, errorClass: 'TIMEOUT' }]);
  });

  it('ends at once for a partner whose secret is unusable', async () => {
    const stores = createFakeCallbackStores({ secrets: ['whsec_short'] });
    const failure = failureOf((await deliver(stores, status(200))).outcome);
    expect(failure).toMatchObject({ type: 'PartnerMisconfigured', nonRetryable: true });
  });

  it('says nothing but the operation when the database is away', async () => {
    const stores = createFakeCallbackStores();
    stores.projection.readEnded = () =>
      Promise.reject(new StoreError('reading an ended submission', 'ECONNREFUSED', null));
    const failure = failureOf((await deliver(stores, status(200))).outcome);
    expect(failure).toMatchObject({ type: 'DatabaseUnavailable', nonRetryable: false });
  });

  it('ends at once when the key that sealed the endpoint is missing', async () => {
    const stores = createFakeCallbackStores();
    stores.endpoints.readEndpoint = () => Promise.reject(new SealBrokenError('not in the ring'));
    const failure = failureOf((await deliver(stores, status(200))).outcome);
    expect(failure).toMatchObject({ type: 'SealBroken', nonRetryable: true });
  });

  it('waits for the end of a submission whose end the database has lost', async () => {
    const stores = createFakeCallbackStores({}, null);
    const { outcome, sent } = await deliver(stores, status(200));
    const failure = failureOf(outcome);
    expect(failure).toMatchObject({ type: 'SubmissionUnended', nonRetryable: false });
    expect({ sent, webhookIds: stores.webhookIds }).toEqual({ sent: [], webhookIds: [] });
  });

  it('ends at once for a submission that has no row', async () => {
    const stores = createFakeCallbackStores({}, null);
    stores.projection.readSubject = () => Promise.reject(new SubmissionRowMissingError());
    const failure = failureOf((await deliver(stores, status(200))).outcome);
    expect(failure).toMatchObject({ type: 'SubmissionMissing', nonRetryable: true });
  });
});
