import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FLOWS } from '../../../contract/flow.js';
import { STATUS, UPLOADS } from '../../support/contract/contract-device.js';
import { CANCEL } from '../../support/contract/contract-session.js';
import { openStage, type ContractStage } from '../../support/contract/contract-stage.js';
import { call, refusalsOf } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');

let stage: ContractStage;

beforeAll(async () => {
  stage = await openStage(platform);
});

afterAll(() => stage.close());

/** Contract §13 with §4: what each flow asks for, and what its details then hold. */
describe('every flow of a person', () => {
  it.each([
    { flow: 'KTP_SCAN', captures: ['KTP'], told: ['document'] },
    { flow: 'KYC_LITE', captures: ['KTP', 'SELFIE'], told: ['document', 'liveness', 'faceMatch'] },
    { flow: 'SELFIE_LIVENESS', captures: ['SELFIE'], told: ['liveness'] },
  ] as const)('$flow asks for $captures', async ({ flow, captures, told }) => {
    const session = stage.begin('SANDBOX-VALID', flow);
    await session.openInApp();
    const { urls } = await session.presign();
    expect(urls.map(({ documentType, method }) => [documentType, method])).toEqual(
      captures.map((capture) => [capture, 'PUT']),
    );
    await session.sendCaptures();
    await session.untilJudged();
    const { submissionType, submissionDetails } = await session.readDetails();
    expect(submissionType).toBe(flow);
    expect(Object.keys(submissionDetails.verificationResult ?? {}).sort()).toEqual(
      [...told].sort(),
    );
    const hasCard = FLOWS[flow].captures.some((capture) => capture === 'KTP');
    expect(submissionDetails.ktpDetails !== undefined).toBe(hasCard);
  });

  it('FACE_VERIFICATION asks for the selfie alone and compares it with the reference', async () => {
    const known = await stage.createPartner({});
    const source = { url: stage.receiver.url('reference') };
    await stage.operator.ask(`PUT /operator/v1/partners/${known.code}/reference-image`, source);
    const { session } = await stage.run('SANDBOX-VALID', 'FACE_VERIFICATION', known);
    const { submissionDetails } = await session.readDetails();
    expect(submissionDetails.verificationResult).toEqual({ liveness: 'PASS', faceMatch: 'PASS' });
    expect(submissionDetails.faceMatchScore).toBeGreaterThan(0.5);
  });
});

/** Contract §15.2, a row each. The rows of a browser's own are driven in the capture app's tests. */
describe('every event of a session', () => {
  it('initiate, opened, capturing: IN_PROGRESS, nothing to do, ask again', async () => {
    const session = stage.begin('SANDBOX-VALID');
    await session.openInApp();
    await session.presign();
    expect(await session.readStatus()).toMatchObject({
      status: 'IN_PROGRESS',
      result: null,
      reasonCode: null,
      nextAction: null,
      captures: ['KTP'],
      pollAfterMs: 1000,
    });
  });

  it('processing: IN_PROGRESS without a callback', async () => {
    const session = stage.begin('SANDBOX-VALID-AFTER-30');
    await session.openInApp();
    const confirmed = await session.sendCaptures();
    expect(confirmed.body).toMatchObject({ data: { status: 'IN_PROGRESS' } });
    expect(await session.readStatus()).toMatchObject({
      status: 'IN_PROGRESS',
      nextAction: null,
      captures: [],
    });
    expect(await session.readDetails()).toMatchObject({
      status: 'IN_PROGRESS',
      processedAt: null,
      submissionDetails: {},
    });
    expect(
      stage.receiver
        .received('callbacks')
        .map(({ raw }) => raw)
        .join(),
    ).not.toContain(session.sessionId);
  });

  it('poor quality: IN_PROGRESS, RETRY with the reason and what to take again', async () => {
    const { session, status } = await stage.run('SANDBOX-RETRY-FACE_DARK', 'KYC_LITE');
    expect(status).toMatchObject({
      status: 'IN_PROGRESS',
      result: null,
      reasonCode: 'FACE_DARK',
      nextAction: 'RETRY',
      captures: ['SELFIE'],
      attempt: 2,
    });
    const { urls } = await session.presign();
    expect(urls.map(({ documentType }) => documentType)).toEqual(['SELFIE']);
    await session.sendCaptures();
    await expect.poll(async () => (await session.readStatus()).result).toBe('VALID');
  });

  it('a challenge: IN_PROGRESS, RETRY with what the person has to do', async () => {
    const { status } = await stage.run('SANDBOX-RETRY-CHALLENGE_REQUIRED', 'SELFIE_LIVENESS');
    expect(status).toMatchObject({
      status: 'IN_PROGRESS',
      reasonCode: 'CHALLENGE_REQUIRED',
      nextAction: 'RETRY',
      captures: ['SELFIE'],
    });
    const left = Date.parse(status.challenge?.expiresAt ?? '') - Date.now();
    expect(left).toBeGreaterThan(100_000);
    expect(left).toBeLessThanOrEqual(120_000);
    expect(status.challenge?.expiresInMs).toBeGreaterThan(100_000);
  });

  it.each([
    {
      event: 'all checks pass',
      userId: 'SANDBOX-VALID',
      ended: { status: 'COMPLETED', result: 'VALID', reasonCode: null, nextAction: 'STATUS' },
    },
    {
      event: 'rejected',
      userId: 'SANDBOX-INVALID-NIK_INVALID',
      ended: {
        status: 'COMPLETED',
        result: 'INVALID',
        reasonCode: 'NIK_INVALID',
        nextAction: 'STATUS',
      },
    },
    {
      event: 'session lifetime over',
      userId: 'SANDBOX-ERROR-SESSION_TIMEOUT',
      ended: { status: 'ERROR', result: null, reasonCode: 'SESSION_TIMEOUT', nextAction: 'STATUS' },
    },
    {
      event: 'technical failure',
      userId: 'SANDBOX-ERROR-GENERIC_SERVICE_ERROR',
      ended: {
        status: 'ERROR',
        result: null,
        reasonCode: 'GENERIC_SERVICE_ERROR',
        nextAction: 'STATUS',
      },
    },
  ])('$event: ended and told', async ({ userId, ended }) => {
    const { session, status } = await stage.run(userId);
    expect(status).toMatchObject({ ...ended, captures: [], pollAfterMs: null });
    const { status: state, result, reasonCode } = ended;
    const outcome = { status: state, result, reasonCode };
    expect(await session.readDetails()).toMatchObject(outcome);
    expect(await stage.callbacksOf(session)).toMatchObject([outcome]);
  });

  it.each([
    { userId: 'SANDBOX-EXHAUST-KTP_BLURRY', reasonCode: 'MAX_ATTEMPTS_REACHED' },
    { userId: 'SANDBOX-EXHAUST-NOT_EKTP', reasonCode: 'NOT_EKTP' },
  ])('attempts used up ($userId): INVALID with $reasonCode', async ({ userId, reasonCode }) => {
    const session = stage.begin(userId);
    await session.openInApp();
    for (const attempt of [1, 2, 3]) {
      await expect.poll(() => session.readStatus()).toMatchObject({ attempt, captures: ['KTP'] });
      await session.sendCaptures();
    }
    await expect
      .poll(() => session.readStatus())
      .toMatchObject({
        status: 'COMPLETED',
        result: 'INVALID',
        reasonCode,
        attempt: 3,
        maxAttempts: 3,
      });
    expect(await stage.callbacksOf(session)).toMatchObject([{ result: 'INVALID', reasonCode }]);
  });

  it('session lifetime over, by the clock: ERROR, told, and seen by the device', async () => {
    const hasty = await stage.createPartner({ lifetimes: { session: 10 } });
    const session = stage.begin('SANDBOX-VALID', 'KTP_SCAN', hasty);
    await session.openInApp();
    const { submissionId } = await session.presign();
    expect(await session.untilJudged()).toMatchObject({
      status: 'ERROR',
      result: null,
      reasonCode: 'SESSION_TIMEOUT',
      nextAction: 'STATUS',
      captures: [],
    });
    const device = session.deviceHeaders();
    const late = [
      await call(platform.apiUrl, `GET ${UPLOADS}?submissionType=KTP_SCAN`, device),
      await call(platform.apiUrl, `PUT ${UPLOADS}`, device, { submissionId }),
    ];
    expect(late.map(refusalsOf)).toEqual([
      ['409 1557 SUBMISSION_ALREADY_FINISHED'],
      ['409 1557 SUBMISSION_ALREADY_FINISHED'],
    ]);
    expect(await stage.callbacksOf(session)).toMatchObject([
      { status: 'ERROR', result: null, reasonCode: 'SESSION_TIMEOUT' },
    ]);
    const again = await session.initiate();
    expect(refusalsOf(again)).toEqual(['409 1557 SUBMISSION_ALREADY_FINISHED']);
  });

  it('confirmed in time, judged after the session’s lifetime: the result, seen by the device', async () => {
    const hasty = await stage.createPartner({ lifetimes: { session: 10 } });
    const session = stage.begin('SANDBOX-VALID-AFTER-12', 'KTP_SCAN', hasty);
    const begun = Date.now();
    await session.openInApp();
    await session.sendCaptures();
    expect(await session.untilJudged()).toMatchObject({
      status: 'COMPLETED',
      result: 'VALID',
      nextAction: 'STATUS',
    });
    const { processedAt } = await session.readDetails();
    expect(Date.parse(processedAt ?? '') - begun).toBeGreaterThan(10_000);
    expect(await stage.callbacksOf(session)).toMatchObject([{ result: 'VALID' }]);
  });

  it('the partner cancels: ERROR, EXIT, told; a second cancel is no error', async () => {
    const session = stage.begin('SANDBOX-VALID');
    await session.openInApp();
    const cancel = () => call(platform.apiUrl, CANCEL, session.partnerHeaders);
    expect((await cancel()).status).toBe(200);
    expect(await session.untilJudged()).toMatchObject({
      status: 'ERROR',
      reasonCode: 'CANCELLED_BY_PARTNER',
      nextAction: 'EXIT',
    });
    expect(await stage.callbacksOf(session)).toMatchObject([
      { reasonCode: 'CANCELLED_BY_PARTNER' },
    ]);
    expect((await cancel()).status).toBe(200);
  });

  it('a partner that shows the result itself: EXIT instead of STATUS', async () => {
    const own = await stage.createPartner({ resultScreen: 'PARTNER' });
    const { status } = await stage.run('SANDBOX-VALID', 'KTP_SCAN', own);
    expect(status.nextAction).toBe('EXIT');
  });

  it('a partner reads the status of its session too', async () => {
    const { session } = await stage.run('SANDBOX-VALID');
    const answer = await call(platform.apiUrl, STATUS, session.partnerHeaders);
    expect(answer.body).toMatchObject({ data: { status: 'COMPLETED', result: 'VALID' } });
  });
});

/** Contract §15.3. */
describe('attempts', () => {
  it('confirmed twice with the same pictures give the same answer', async () => {
    const session = stage.begin('SANDBOX-VALID-AFTER-20');
    await session.openInApp();
    const { submissionId } = await session.presign();
    const first = await session.sendCaptures();
    const confirm = () =>
      call(platform.apiUrl, `PUT ${UPLOADS}`, session.deviceHeaders(), { submissionId });
    expect((await confirm()).body).toEqual(first.body);
  });

  it('confirmed again with another picture are refused', async () => {
    const session = stage.begin('SANDBOX-VALID-AFTER-20');
    await session.openInApp();
    const { submissionId, urls } = await session.presign();
    await session.sendCaptures();
    const [{ url, headers }] = urls as [(typeof urls)[number]];
    await fetch(url, { method: 'PUT', headers, body: 'another picture' });
    const again = await call(platform.apiUrl, `PUT ${UPLOADS}`, session.deviceHeaders(), {
      submissionId,
    });
    expect(refusalsOf(again)).toEqual(['409 1556 ATTEMPT_ALREADY_CONFIRMED']);
  });

  it('end with the submission', async () => {
    const { session, status } = await stage.run('SANDBOX-VALID');
    const { submissionId } = status;
    const late = await call(platform.apiUrl, `PUT ${UPLOADS}`, session.deviceHeaders(), {
      submissionId,
    });
    expect(refusalsOf(late)).toEqual(['409 1557 SUBMISSION_ALREADY_FINISHED']);
  });

  it('are as many as the partner is set to', async () => {
    const strict = await stage.createPartner({ maxAttempts: 1 });
    const { status } = await stage.run('SANDBOX-EXHAUST-KTP_GLARE', 'KTP_SCAN', strict);
    expect(status).toMatchObject({ result: 'INVALID', maxAttempts: 1, attempt: 1 });
  });
});
