import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { callbackSetAnswer } from '../../../contract/schema/operator/callback.js';
import { openCallbackStage, type CallbackStage } from '../../support/contract/callback-stage.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');

let stage: CallbackStage;

beforeAll(async () => {
  stage = await openCallbackStage(platform);
});

afterAll(() => stage.close());

/** Contract §10, what a partner's answer means. Side by side: some wait for the next try. */
describe.concurrent('the answer to a callback', () => {
  it.each([200, 201, 204])('%i is delivered', async (status) => {
    const { partner } = await stage.createPartner({}, { status });
    const { submissionId } = await stage.endSession(partner);
    const settled = await stage.untilSettled(submissionId, 'DELIVERED');
    expect(settled).toMatchObject({ attempts: 1, lastAttempt: { httpStatus: status } });
  });

  it('none within 15 seconds is waited for no longer, and counts as a try', async () => {
    const { partner } = await stage.createPartner({}, 'NONE', 'NONE');
    const { submissionId } = await stage.endSession(partner);
    const tried = await stage.untilTried(submissionId);
    expect(tried).toMatchObject({
      state: 'PENDING',
      attempts: 1,
      lastAttempt: { httpStatus: null, errorClass: 'TIMEOUT', answerExcerpt: null },
    });
    // The platform's own measure. Half the wait again for a busy machine.
    expect(tried.lastAttempt?.durationMs).toBeGreaterThanOrEqual(15_000);
    expect(tried.lastAttempt?.durationMs).toBeLessThan(22_500);
  });

  it('500 is tried again after 5 seconds, a fifth less at least, with the same id', async () => {
    const { name, partner } = await stage.createPartner({}, { status: 500 });
    const { submissionId } = await stage.endSession(partner);
    const [first, second] = await stage.receiver.receive(name, 2);
    expect(second!.receivedAt - first!.receivedAt).toBeGreaterThan(3_900);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.raw).toBe(first!.raw);
    const settled = await stage.untilSettled(submissionId, 'DELIVERED');
    expect(settled).toMatchObject({ attempts: 2 });
  });

  it('503 with Retry-After is tried again when it says', async () => {
    const busy = { status: 503, headers: { 'retry-after': '8' } };
    const { name, partner } = await stage.createPartner({}, busy);
    await stage.endSession(partner);
    const [first, second] = await stage.receiver.receive(name, 2);
    expect(second!.receivedAt - first!.receivedAt).toBeGreaterThan(7_900);
  });

  it.each([400, 401, 404, 500])('%i leaves it waiting for its next try', async (status) => {
    const { partner } = await stage.createPartner({}, { status }, { status });
    const { submissionId } = await stage.endSession(partner);
    const tried = await stage.untilTried(submissionId);
    expect(tried).toMatchObject({
      state: 'PENDING',
      lastAttempt: { httpStatus: status, errorClass: 'HTTP_STATUS' },
    });
  });

  it('a redirect is not followed', async () => {
    const away = stage.receiver.url('never-asked');
    const moved = { status: 302, headers: { location: away } };
    const { partner } = await stage.createPartner({}, moved, moved);
    const { submissionId } = await stage.endSession(partner);
    expect(await stage.untilTried(submissionId)).toMatchObject({
      lastAttempt: { httpStatus: 302, errorClass: 'HTTP_STATUS' },
    });
    expect(stage.receiver.received('never-asked')).toEqual([]);
  });

  it('410 ends the delivery and switches the endpoint off until it is set again', async () => {
    const { name, partner } = await stage.createPartner({}, { status: 410 });
    const gone = await stage.endSession(partner);
    await stage.untilSettled(gone.submissionId, 'DEAD');
    const { submissionId } = await stage.endSession(partner);
    await stage.untilSettled(submissionId, 'SKIPPED');
    expect(stage.receiver.received(name)).toHaveLength(1);

    const url = stage.receiver.url(name);
    const path = `PUT /operator/v1/partners/${partner.code}/callback`;
    const set = await stage.operator.ask(path, { url });
    expect(callbackSetAnswer.parse(set.body).data.isDisabled).toBe(false);
    await stage.operator.ask('POST /operator/v1/deliveries/replay', { submissionId });
    await stage.untilSettled(submissionId, 'DELIVERED', 2);
  });

  it('is kept as a short excerpt without personal data', async () => {
    const personal = ['SANDBOX-VALID', '3171234567890123', 'a@b.example'] as const;
    const [userId, nik, address] = personal;
    const body = `user ${userId}, NIK ${nik}, ask ${address} ${'x'.repeat(900)}`;
    const refusal = { status: 500, body };
    const { partner } = await stage.createPartner({}, refusal, refusal);
    const { submissionId } = await stage.endSession(partner, userId);
    const excerpt = (await stage.untilTried(submissionId)).lastAttempt?.answerExcerpt ?? '';
    expect(excerpt).toHaveLength(200);
    expect(excerpt).toContain('NIK');
    for (const value of personal) expect(excerpt).not.toContain(value);
  });
});
