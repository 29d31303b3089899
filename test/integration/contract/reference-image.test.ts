import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { faceMatchAnswer } from '../../../contract/schema/face-match.js';
import {
  startCallbackReceiver,
  type CallbackReceiver,
} from '../../support/contract/callback-receiver.js';
import {
  createOperator,
  type ContractPartner,
  type Operator,
} from '../../support/contract/contract-partner.js';
import { createSession } from '../../support/contract/contract-session.js';
import { call, type Answer } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';
import { drawSpecimenCaptures, type SpecimenCaptures } from '../../support/specimen-captures.js';
import { startImageServer, type ImageServer } from '../../support/contract/image-server.js';

const platform = inject('platform');

let captures: SpecimenCaptures;
let images: ImageServer;
/** On an address that the platform of the tests takes for a private one, as it does not 127.0.0.1. */
let inner: ImageServer;
let source: CallbackReceiver;
let operator: Operator;

beforeAll(async () => {
  captures = await drawSpecimenCaptures(41);
  images = await startImageServer({
    same: captures.selfie,
    other: captures.otherSelfie,
    text: Buffer.from('no image'),
  });
  inner = await startImageServer({ same: captures.selfie }, '127.0.0.2');
  source = await startCallbackReceiver();
  operator = await createOperator(platform);
});

afterAll(async () => {
  await source.close();
  await images.close();
  await inner.close();
});

/** A partner whose source answers with this image, or as told. */
async function createTestPartner(...answers: readonly (string | { status: number })[]) {
  const name = `of-${randomUUID()}`;
  source.answer(
    name,
    ...answers.map((answer) =>
      typeof answer === 'string'
        ? { status: 200, body: JSON.stringify({ success: true, data: { url: answer } }) }
        : answer,
    ),
  );
  const partner = await operator.createPartner();
  const set = await operator.ask(`PUT /operator/v1/partners/${partner.code}/reference-image`, {
    url: source.url(name),
    authorization: { bearer: 'reference-token' },
  });
  expect(set.status).toBe(200);
  return { name, partner };
}

async function verifyFace(partner: ContractPartner) {
  const session = createSession(platform.apiUrl, partner, {
    flow: 'FACE_VERIFICATION',
    environment: 'PRODUCTION',
  });
  await session.openInApp();
  await session.sendCaptures(captures.selfie);
  return { session, status: await session.untilJudged() };
}

/** Contract §9, judged in earnest. */
describe('the reference image', () => {
  it('of the same person is VALID, and is asked for by the names of the session', async () => {
    const { name, partner } = await createTestPartner(images.url('same'));
    const { session, status } = await verifyFace(partner);
    expect(status).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    const [asked] = source.received(name);
    expect(asked).toMatchObject({
      method: 'GET',
      headers: {
        authorization: 'Bearer reference-token',
        'x-partner-session-id': session.sessionId,
        'x-partner-user-id': session.partnerHeaders['x-partner-user-id'],
        'x-partner-user-id-type': 'TEST_USER',
      },
    });
    const { submissionDetails } = await session.readDetails();
    expect(submissionDetails.verificationResult).toEqual({ liveness: 'PASS', faceMatch: 'PASS' });
  });

  it('of another person is INVALID', async () => {
    const { partner } = await createTestPartner(images.url('other'));
    const { status } = await verifyFace(partner);
    expect(status).toMatchObject({ result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' });
  });

  it('is had at the second try where the first failed', async () => {
    const { name, partner } = await createTestPartner({ status: 500 }, images.url('same'));
    const { status } = await verifyFace(partner);
    expect(status).toMatchObject({ result: 'VALID' });
    expect(source.received(name)).toHaveLength(2);
  });

  const UNAVAILABLE = {
    status: 'ERROR',
    result: null,
    reasonCode: 'REFERENCE_IMAGE_UNAVAILABLE',
    nextAction: 'STATUS',
  };

  it('that the partner has not got ends the submission told, not lost', async () => {
    const missing = { status: 404 };
    const { name, partner } = await createTestPartner(missing, missing, missing);
    expect((await verifyFace(partner)).status).toMatchObject(UNAVAILABLE);
    expect(source.received(name)).toHaveLength(3);
  });

  it('of a partner that is down is asked for three times', async () => {
    const down = { status: 503 };
    const { name, partner } = await createTestPartner(down, down, down);
    expect((await verifyFace(partner)).status).toMatchObject(UNAVAILABLE);
    expect(source.received(name)).toHaveLength(3);
  });

  it.each([
    ['no image', () => images.url('text')],
    ['an address of the cloud’s own', () => 'http://169.254.169.254/latest/meta-data/'],
    ['a private address', () => 'https://10.0.0.7/face.jpg'],
    ['an address of the machine itself', () => inner.url('same')],
    ['a redirect', () => images.redirectUrl('same')],
  ])('that is %s is refused, once and for all', async (_what, url) => {
    const { name, partner } = await createTestPartner(url());
    expect((await verifyFace(partner)).status).toMatchObject(UNAVAILABLE);
    expect(source.received(name)).toHaveLength(1);
    expect(inner.countVisits()).toBe(0);
  });

  it('is compared with in KYC Lite besides the portrait', async () => {
    const { partner } = await createTestPartner(images.url('other'));
    const session = createSession(platform.apiUrl, partner, {
      flow: 'KYC_LITE',
      environment: 'PRODUCTION',
    });
    await session.openInApp();
    const { urls } = await session.presign();
    for (const { documentType, url, headers } of urls) {
      const picture = documentType === 'KTP' ? captures.ktp : captures.selfie;
      await fetch(url, { method: 'PUT', headers, body: Buffer.from(picture) });
    }
    const { submissionId } = await session.readStatus();
    const confirm = 'PUT /coe-partner/v1/submissions/url';
    await call(platform.apiUrl, confirm, session.deviceHeaders(), { submissionId });
    expect(await session.untilJudged()).toMatchObject({
      result: 'INVALID',
      reasonCode: 'FACE_MATCH_FAILED',
    });
    const { submissionDetails } = await session.readDetails();
    expect(submissionDetails.verificationResult).toMatchObject({
      faceMatch: 'PASS',
      referenceMatch: 'FAIL',
    });
  });
});

/** Contract §15.6, Face Match. */
describe('a face match of two images', () => {
  let partner: ContractPartner;

  beforeAll(async () => {
    partner = await operator.createPartner();
  });

  const headers = (sessionId: string = randomUUID()) => ({
    'x-onekyc-token': partner.tokens.PRODUCTION,
    'x-onboarding-partner': `${partner.code}-BE-FACE_MATCH`,
    'x-partner-user-id': 'user-7',
    'x-partner-user-id-type': 'TEST_USER',
    'x-partner-session-id': sessionId,
  });
  const FACE_MATCH = '/coe-partner/v1/face-match';

  async function upload(selfie: Uint8Array, reference: Uint8Array): Promise<Answer> {
    const form = new FormData();
    form.set('selfie', new Blob([Buffer.from(selfie)]), 'selfie.jpg');
    form.set('reference', new Blob([Buffer.from(reference)]), 'reference.jpg');
    const response = await fetch(new URL(FACE_MATCH, platform.apiUrl), {
      method: 'POST',
      headers: headers(),
      body: form,
    });
    const body: unknown = await response.json();
    return { status: response.status, headers: response.headers, body };
  }

  it('sent along tells one person from another, at once', async () => {
    const same = await upload(captures.selfie, captures.ktp);
    expect(same.status).toBe(200);
    const { result, faceMatchScore } = faceMatchAnswer.parse(same.body).data;
    expect(result).toBe('VALID');
    expect(faceMatchScore).toBeGreaterThanOrEqual(0.5);
    const different = await upload(captures.selfie, captures.otherSelfie);
    expect(faceMatchAnswer.parse(different.body).data).toMatchObject({
      result: 'INVALID',
      reasonCode: 'FACE_MATCH_FAILED',
    });
  });

  it('by address gives the same, and again the same when it is repeated', async () => {
    const sessionId = randomUUID();
    const body = { selfieUrl: images.url('same'), referenceUrl: images.url('same') };
    const ask = () => call(platform.apiUrl, `POST ${FACE_MATCH}`, headers(sessionId), body);
    const first = faceMatchAnswer.parse((await ask()).body).data;
    expect(first).toMatchObject({ result: 'VALID' });
    expect(faceMatchAnswer.parse((await ask()).body).data).toEqual(first);
  });

  it('by an address of a private network is refused', async () => {
    const body = { selfieUrl: 'https://10.0.0.7/a.jpg', referenceUrl: images.url('same') };
    const answer = await call(platform.apiUrl, `POST ${FACE_MATCH}`, headers(), body);
    expect(faceMatchAnswer.parse(answer.body).data).toMatchObject({
      status: 'ERROR',
      reasonCode: 'REFERENCE_IMAGE_UNAVAILABLE',
    });
  });

  it('without a face says so', async () => {
    const blank = captures.ktp;
    const answer = await upload(blank.slice(0, blank.length / 3), captures.selfie);
    expect(faceMatchAnswer.parse(answer.body).data).toMatchObject({
      result: 'INVALID',
      reasonCode: 'FACE_NOT_FOUND',
    });
  });
});
