import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { callbackSetAnswer } from '../../../contract/schema/operator/callback.js';
import {
  deliveriesAnswer,
  replayAnswer,
  testDeliveryAnswer,
  type DeliveryView,
} from '../../../contract/schema/operator/delivery.js';
import {
  startCallbackReceiver,
  type CallbackReceiver,
  type PartnerAnswer,
  type ReceivedCallback,
} from '../../support/contract/callback-receiver.js';
import {
  createOperator,
  type ContractPartner,
  type Operator,
} from '../../support/contract/contract-partner.js';
import { createSession } from '../../support/contract/contract-session.js';
import type {} from '../../support/platform-context.js';
import { waitFor } from '../../support/wait-for.js';

const platform = inject('platform');

let receiver: CallbackReceiver;
let operator: Operator;

beforeAll(async () => {
  receiver = await startCallbackReceiver();
  operator = await createOperator(platform);
});

afterAll(() => receiver.close());

interface Endpoint {
  readonly method?: 'POST' | 'PUT' | 'PATCH';
  readonly payload?: 'minimal' | 'full';
  readonly headers?: Readonly<Record<string, string>>;
  readonly authorization?:
    | { readonly bearer: string }
    | { readonly basic: { readonly username: string; readonly password: string } };
}

/** A partner whose callbacks come to an address named after it. */
async function createTestPartner(endpoint: Endpoint = {}, ...answers: PartnerAnswer[]) {
  const name = `of-${String(Math.random()).slice(2)}`;
  receiver.answer(name, ...answers);
  const callback = { url: receiver.url(name), ...endpoint };
  return { name, partner: await operator.createPartner({ callback }) };
}

/** Ends a session of the partner as the sandbox is told to. */
async function endSession(partner: ContractPartner, userId = 'SANDBOX-VALID') {
  const session = createSession(platform.apiUrl, partner, { flow: 'KTP_SCAN', userId });
  await session.openInApp();
  await session.sendCaptures();
  return { session, status: await session.untilJudged() };
}

async function deliveriesOf(submissionId: string): Promise<readonly DeliveryView[]> {
  const answer = await operator.ask(`GET /operator/v1/deliveries?submissionId=${submissionId}`);
  return deliveriesAnswer.parse(answer.body).data.deliveries;
}

const untilSettled = (submissionId: string, state: DeliveryView['state'], number = 1) =>
  waitFor(`delivery ${String(number)} to be ${state}`, async () => {
    const deliveries = await deliveriesOf(submissionId);
    return deliveries.find((one) => one.delivery === number && one.state === state);
  });

function verify(secret: string, { raw, headers }: ReceivedCallback): unknown {
  return new Webhook(secret).verify(raw, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });
}

/** Contract §10. */
describe('a callback', () => {
  it('has the four core members and the wider set, not enveloped', async () => {
    const { name, partner } = await createTestPartner();
    const { session, status } = await endSession(partner);
    const [received] = await receiver.receive(name);
    const body = JSON.parse(received!.raw) as Record<string, unknown>;
    expect(body).toMatchObject({
      submissionId: status.submissionId,
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
      submissionType: 'KTP_SCAN',
      userId: 'SANDBOX-VALID',
      userIdType: 'TEST_USER',
      partnerSessionId: session.sessionId,
    });
    expect(Date.parse(String(body.processedAt))).toBeGreaterThan(0);
    expect(body.submissionDetails).toMatchObject({ verificationResult: { document: 'PASS' } });
    expect(received!.headers['content-type']).toBe('application/json');
  });

  it('has the four core members alone for a partner that wants it so', async () => {
    const { name, partner } = await createTestPartner({ payload: 'minimal' });
    const { status } = await endSession(partner, 'SANDBOX-INVALID-NOT_EKTP');
    const [received] = await receiver.receive(name);
    expect(JSON.parse(received!.raw)).toEqual({
      submissionId: status.submissionId,
      status: 'COMPLETED',
      result: 'INVALID',
      reasonCode: 'NOT_EKTP',
    });
  });

  it.each(['POST', 'PUT', 'PATCH'] as const)('comes by %s', async (method) => {
    const { name, partner } = await createTestPartner({ method });
    await endSession(partner);
    expect((await receiver.receive(name))[0]!.method).toBe(method);
  });

  it.each([
    { endpoint: { headers: { 'x-api-key': 'k-1' } }, sent: { 'x-api-key': 'k-1' } },
    { endpoint: { authorization: { bearer: 'tok' } }, sent: { authorization: 'Bearer tok' } },
    {
      endpoint: { authorization: { basic: { username: 'u', password: 'p:q' } } },
      sent: { authorization: `Basic ${Buffer.from('u:p:q').toString('base64')}` },
    },
  ])('carries $sent', async ({ endpoint, sent }) => {
    const { name, partner } = await createTestPartner(endpoint);
    await endSession(partner);
    expect((await receiver.receive(name))[0]!.headers).toMatchObject(sent);
  });

  it('is signed as Standard Webhooks are, and by both secrets while one replaces the other', async () => {
    const { name, partner } = await createTestPartner();
    const path = `/operator/v1/partners/${partner.code}/callback/secret`;
    const rotated = await operator.ask(`POST ${path}`);
    const { callbackSecret } = (rotated.body as { data: { callbackSecret: string } }).data;
    await endSession(partner);
    const [both] = await receiver.receive(name);
    expect(verify(callbackSecret, both!)).toMatchObject({ status: 'COMPLETED' });
    expect(verify(partner.callbackSecret!, both!)).toMatchObject({ status: 'COMPLETED' });

    expect((await operator.ask(`DELETE ${path}/old`)).status).toBe(200);
    await endSession(partner);
    const [, one] = await receiver.receive(name, 2);
    expect(verify(callbackSecret, one!)).toMatchObject({ status: 'COMPLETED' });
    expect(() => verify(partner.callbackSecret!, one!)).toThrow('No matching signature');
  });
});

/** Contract §10, what a partner's answer means. Each try is a row. */
describe('the answer to a callback', () => {
  it.each([200, 201, 204])('%i is delivered', async (status) => {
    const { partner } = await createTestPartner({}, { status });
    const ended = await endSession(partner);
    const settled = await untilSettled(ended.status.submissionId, 'DELIVERED');
    expect(settled).toMatchObject({ attempts: 1, lastAttempt: { httpStatus: status } });
  });

  it('500 is tried again after 5 seconds, give or take a fifth, with the same id', async () => {
    const { name, partner } = await createTestPartner({}, { status: 500 });
    const ended = await endSession(partner);
    const [first, second] = await receiver.receive(name, 2);
    const pause = second!.receivedAt - first!.receivedAt;
    expect(pause).toBeGreaterThan(3_900);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.raw).toBe(first!.raw);
    expect(await untilSettled(ended.status.submissionId, 'DELIVERED')).toMatchObject({
      attempts: 2,
    });
  });

  it.each([400, 401, 404, 500])('%i leaves it waiting for its next try', async (status) => {
    const { partner } = await createTestPartner({}, { status });
    const ended = await endSession(partner);
    const tried = await waitFor('the first try', async () => {
      const [delivery] = await deliveriesOf(ended.status.submissionId);
      return delivery?.lastAttempt ? delivery : null;
    });
    expect(tried).toMatchObject({
      state: 'PENDING',
      attempts: 1,
      lastAttempt: { httpStatus: status, errorClass: 'HTTP_STATUS' },
    });
  });

  it('503 with Retry-After is tried again when it says', async () => {
    const { name, partner } = await createTestPartner(
      {},
      { status: 503, headers: { 'retry-after': '8' } },
    );
    await endSession(partner);
    const [first, second] = await receiver.receive(name, 2);
    expect(second!.receivedAt - first!.receivedAt).toBeGreaterThan(7_500);
  });

  it('a redirect is not followed', async () => {
    const away = receiver.url('never-asked');
    const { partner } = await createTestPartner({}, { status: 302, headers: { location: away } });
    const ended = await endSession(partner);
    await waitFor('the first try', async () => {
      const [delivery] = await deliveriesOf(ended.status.submissionId);
      return delivery?.lastAttempt?.httpStatus === 302;
    });
    expect(receiver.received('never-asked')).toEqual([]);
  });

  it('410 ends the delivery and switches the endpoint off until it is set again', async () => {
    const { name, partner } = await createTestPartner({}, { status: 410 });
    const gone = await endSession(partner);
    await untilSettled(gone.status.submissionId, 'DEAD');
    const skipped = await endSession(partner);
    await untilSettled(skipped.status.submissionId, 'SKIPPED');
    expect(receiver.received(name)).toHaveLength(1);

    const url = receiver.url(name);
    const set = await operator.ask(`PUT /operator/v1/partners/${partner.code}/callback`, { url });
    expect(callbackSetAnswer.parse(set.body).data.isDisabled).toBe(false);
    const { submissionId } = skipped.status;
    await operator.ask('POST /operator/v1/deliveries/replay', { submissionId });
    await untilSettled(submissionId, 'DELIVERED', 2);
  });

  it('is kept as a short excerpt without personal data', async () => {
    const secret = 'SANDBOX-VALID';
    const { partner } = await createTestPartner(
      {},
      {
        status: 500,
        body: `user ${secret}, NIK 3171234567890123, ask a@b.example ${'x'.repeat(900)}`,
      },
    );
    const ended = await endSession(partner);
    const delivery = await waitFor('the first try', async () => {
      const [found] = await deliveriesOf(ended.status.submissionId);
      return found?.lastAttempt ? found : null;
    });
    const excerpt = delivery.lastAttempt?.answerExcerpt ?? '';
    expect(excerpt.length).toBeLessThanOrEqual(220);
    expect(excerpt).toContain('NIK');
    for (const personal of [secret, '3171234567890123', 'a@b.example']) {
      expect(excerpt).not.toContain(personal);
    }
  });
});

describe('an operator', () => {
  it('replays one delivery, under the same id and the next number', async () => {
    const { name, partner } = await createTestPartner();
    const ended = await endSession(partner);
    const { submissionId } = ended.status;
    await untilSettled(submissionId, 'DELIVERED');
    const answer = await operator.ask('POST /operator/v1/deliveries/replay', { submissionId });
    expect(answer.status).toBe(202);
    expect(replayAnswer.parse(answer.body).data.replays).toEqual([{ submissionId, delivery: 2 }]);
    const [first, second] = await receiver.receive(name, 2);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.raw).toBe(first!.raw);
  });

  it('replays by filter what the partner has not got', async () => {
    const { name, partner } = await createTestPartner({}, { status: 410 });
    const dead = await endSession(partner);
    await untilSettled(dead.status.submissionId, 'DEAD');
    await operator.ask(`PUT /operator/v1/partners/${partner.code}/callback`, {
      url: receiver.url(name),
    });
    const answer = await operator.ask('POST /operator/v1/deliveries/replay', {
      filter: { partnerCode: partner.code, state: 'DEAD' },
    });
    expect(replayAnswer.parse(answer.body).data.replays).toHaveLength(1);
    await untilSettled(dead.status.submissionId, 'DELIVERED', 2);
  });

  it('sends a test that no partner can take for a person', async () => {
    const { name, partner } = await createTestPartner({}, { status: 401, body: 'who are you' });
    const answer = await operator.ask(
      `POST /operator/v1/partners/${partner.code}/callback/test`,
      {},
    );
    expect(testDeliveryAnswer.parse(answer.body).data).toMatchObject({
      httpStatus: 401,
      answerExcerpt: 'who are you',
    });
    const [received] = await receiver.receive(name);
    expect(verify(partner.callbackSecret!, received!)).toMatchObject({ test: true });
  });
});
