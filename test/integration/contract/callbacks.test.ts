import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { callbackBody } from '../../../contract/schema/callback.js';
import { replayAnswer, testDeliveryAnswer } from '../../../contract/schema/operator/delivery.js';
import {
  openCallbackStage,
  verifySignature,
  type CallbackStage,
} from '../../support/contract/callback-stage.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');

let stage: CallbackStage;

beforeAll(async () => {
  stage = await openCallbackStage(platform);
});

afterAll(() => stage.close());

/** Refuses members that are not documented, and the lack of those that are. */
const parseBody = (raw: string) => callbackBody.parse(JSON.parse(raw));

/** Contract §10. */
describe('a callback', () => {
  it('has the four core members and the wider set, not enveloped', async () => {
    const { name, partner } = await stage.createPartner();
    const { session, submissionId } = await stage.endSession(partner);
    const [received] = await stage.receiver.receive(name);
    const body = parseBody(received!.raw);
    expect(body).toMatchObject({
      submissionId,
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
      submissionType: 'KTP_SCAN',
      userId: 'SANDBOX-VALID',
      userIdType: 'TEST_USER',
      partnerSessionId: session.sessionId,
      environment: 'SANDBOX',
      processedAt: expect.stringMatching(/^\d{4}-.+Z$/) as string,
      submissionDetails: {
        verificationResult: { document: 'PASS' },
        ktpDetails: { nik: expect.stringMatching(/^\d{16}$/) as string },
      },
    });
    expect(received!.headers['content-type']).toBe('application/json');
  });

  it('has the four core members alone for a partner that wants it so', async () => {
    const { name, partner } = await stage.createPartner({ payload: 'minimal' });
    const { submissionId } = await stage.endSession(partner, 'SANDBOX-INVALID-NOT_EKTP');
    const [received] = await stage.receiver.receive(name);
    expect(parseBody(received!.raw)).toEqual({
      submissionId,
      status: 'COMPLETED',
      result: 'INVALID',
      reasonCode: 'NOT_EKTP',
      environment: 'SANDBOX',
    });
  });

  it.each(['POST', 'PUT', 'PATCH'] as const)('comes by %s', async (method) => {
    const { name, partner } = await stage.createPartner({ method });
    await stage.endSession(partner);
    expect((await stage.receiver.receive(name))[0]!.method).toBe(method);
  });

  it.each([
    { endpoint: { headers: { 'x-api-key': 'k-1' } }, sent: { 'x-api-key': 'k-1' } },
    { endpoint: { authorization: { bearer: 'tok' } }, sent: { authorization: 'Bearer tok' } },
    {
      endpoint: { authorization: { basic: { username: 'u', password: 'p:q' } } },
      sent: { authorization: `Basic ${Buffer.from('u:p:q').toString('base64')}` },
    },
  ])('carries $sent', async ({ endpoint, sent }) => {
    const { name, partner } = await stage.createPartner(endpoint);
    await stage.endSession(partner);
    expect((await stage.receiver.receive(name))[0]!.headers).toMatchObject(sent);
  });

  it('is signed as Standard Webhooks are, and by both secrets while one replaces the other', async () => {
    const { name, partner } = await stage.createPartner();
    const path = `/operator/v1/partners/${partner.code}/callback/secret`;
    const rotated = await stage.operator.ask(`POST ${path}`);
    const { callbackSecret } = (rotated.body as { data: { callbackSecret: string } }).data;
    await stage.endSession(partner);
    const [both] = await stage.receiver.receive(name);
    expect(verifySignature(callbackSecret, both!)).toMatchObject({ status: 'COMPLETED' });
    expect(verifySignature(partner.callbackSecret!, both!)).toMatchObject({ status: 'COMPLETED' });

    expect((await stage.operator.ask(`DELETE ${path}/old`)).status).toBe(200);
    await stage.endSession(partner);
    const [, one] = await stage.receiver.receive(name, 2);
    expect(verifySignature(callbackSecret, one!)).toMatchObject({ status: 'COMPLETED' });
    expect(() => verifySignature(partner.callbackSecret!, one!)).toThrow('No matching signature');
  });
});

describe('an operator', () => {
  it('replays one delivery, under the same id and the next number', async () => {
    const { name, partner } = await stage.createPartner();
    const { submissionId } = await stage.endSession(partner);
    await stage.untilSettled(submissionId, 'DELIVERED');
    const answer = await stage.operator.ask('POST /operator/v1/deliveries/replay', {
      submissionId,
    });
    expect(answer.status).toBe(202);
    expect(replayAnswer.parse(answer.body).data.replays).toEqual([{ submissionId, delivery: 2 }]);
    const [first, second] = await stage.receiver.receive(name, 2);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.raw).toBe(first!.raw);
  });

  it('replays by filter what the partner has not got', async () => {
    const { name, partner } = await stage.createPartner({}, { status: 410 });
    const { submissionId } = await stage.endSession(partner);
    await stage.untilSettled(submissionId, 'DEAD');
    await stage.operator.ask(`PUT /operator/v1/partners/${partner.code}/callback`, {
      url: stage.receiver.url(name),
    });
    const answer = await stage.operator.ask('POST /operator/v1/deliveries/replay', {
      filter: { partnerCode: partner.code, state: 'DEAD' },
    });
    expect(replayAnswer.parse(answer.body).data.replays).toHaveLength(1);
    await stage.untilSettled(submissionId, 'DELIVERED', 2);
  });

  it('sends a test that no partner can take for a person', async () => {
    const refusal = { status: 401, body: 'who are you' };
    const { name, partner } = await stage.createPartner({}, refusal);
    const answer = await stage.operator.ask(
      `POST /operator/v1/partners/${partner.code}/callback/test`,
      {},
    );
    expect(testDeliveryAnswer.parse(answer.body).data).toMatchObject({
      httpStatus: 401,
      answerExcerpt: 'who are you',
    });
    const [received] = await stage.receiver.receive(name);
    expect(parseBody(received!.raw)).toMatchObject({ test: true });
    expect(verifySignature(partner.callbackSecret!, received!)).toMatchObject({ test: true });
  });
});
