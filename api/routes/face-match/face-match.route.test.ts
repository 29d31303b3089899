import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { faceMatchAnswer, pendingFaceMatchAnswer } from '../../../contract/schema/face-match.js';
import {
  addPartner,
  createApiUnderTest,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';

const PATH = '/coe-partner/v1/face-match';
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);
const URLS = {
  selfieUrl: 'https://acme.example/a.jpg',
  referenceUrl: 'https://acme.example/b.jpg',
};

describe('Face Match', () => {
  let api: ApiUnderTest;
  let token: string;

  beforeEach(async () => {
    api = await createApiUnderTest({ details: { faceMatchScore: 0.91 } });
    ({ token } = await addPartner(api));
  });

  const call = (headers: Readonly<Record<string, string>> = {}) =>
    supertest(api.app)
      .post(PATH)
      .set({
        'x-onekyc-token': token,
        'x-onboarding-partner': 'ACME-BE-FACE_MATCH',
        'x-partner-user-id': 'user-7',
        'x-partner-user-id-type': 'ACME_USER_ID',
        'x-partner-session-id': 'session-1',
        ...headers,
      });
  const sendFiles = (selfie = JPEG, reference = PNG) =>
    call().attach('selfie', selfie, 'a.jpg').attach('reference', reference, 'b.png');
  const causesOf = (answer: { body: unknown }) =>
    failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);
  const endWith = (changed: Parameters<ApiUnderTest['submissions']['change']>[1]) => {
    api.workflows.onAwaitEnd((id) => {
      api.submissions.change(id, changed);
      return true;
    });
  };
  const VALID = { status: 'COMPLETED', result: 'VALID', reasonCode: null } as const;

  it('answers 200 with the score when it is decided in time', async () => {
    endWith(VALID);
    const answer = await sendFiles().expect(200);
    const [submission] = api.submissions.all();
    expect(submission).toMatchObject({ flow: 'FACE_MATCH', confirmedAttempt: 1 });
    expect(faceMatchAnswer.parse(answer.body).data).toEqual({
      submissionId: submission!.id,
      ...VALID,
      faceMatchScore: 0.91,
    });
  });

  it('answers 202 when it takes longer, and the result when it is asked again', async () => {
    const first = await sendFiles().expect(202);
    const { submissionId } = pendingFaceMatchAnswer.parse(first.body).data;
    api.submissions.change(submissionId, VALID);
    api.workflows.end(submissionId);
    const second = await sendFiles().expect(200);
    expect(faceMatchAnswer.parse(second.body).data).toMatchObject({ submissionId, ...VALID });
    expect(api.submissions.all()).toHaveLength(1);
  });

  it('is one submission for two calls at the same moment', async () => {
    endWith(VALID);
    const answers = await Promise.all([sendFiles().expect(200), sendFiles().expect(200)]);
    const ids = answers.map(({ body }) => faceMatchAnswer.parse(body).data.submissionId);
    expect(new Set(ids).size).toBe(1);
  });

  it('hands addresses to the workflow: the API itself fetches nothing', async () => {
    await call().send(URLS).expect(202);
    const [submission] = api.submissions.all();
    expect(api.workflows.fetched.get(submission!.id)).toEqual([
      { documentType: 'SELFIE', url: URLS.selfieUrl },
      { documentType: 'REFERENCE', url: URLS.referenceUrl },
    ]);
  });

  it('refuses other images under the same session', async () => {
    await sendFiles().expect(202);
    const answer = await sendFiles(PNG, JPEG).expect(409);
    expect(causesOf(answer)).toEqual(['1554 PARTNER_SESSION_ID_ALREADY_USED']);
  });

  it('names every missing header before it reads an image', async () => {
    const answer = await supertest(api.app).post(PATH).attach('selfie', JPEG, 'a.jpg').expect(400);
    expect(causesOf(answer)).toEqual([
      '1539 ONEKYC_TOKEN_CAN_NOT_BE_EMPTY',
      '1539 ONBOARDING_PARTNER_CAN_NOT_BE_EMPTY',
      '1539 PARTNER_USER_ID_CAN_NOT_BE_EMPTY',
      '1539 PARTNER_USER_ID_TYPE_CAN_NOT_BE_EMPTY',
      '1539 PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY',
    ]);
  });

  it.each([
    [
      'a missing file',
      () => call().attach('selfie', JPEG, 'a.jpg'),
      '1539 REFERENCE_CAN_NOT_BE_EMPTY',
    ],
    ['a file that is no image', () => sendFiles(Buffer.from('GIF89a')), '1540 INVALID_SELFIE'],
    ['an empty file', () => sendFiles(Buffer.alloc(0)), '1539 SELFIE_CAN_NOT_BE_EMPTY'],
    [
      'a file of another name',
      () => sendFiles().attach('third', JPEG, 'c.jpg'),
      '1540 INVALID_REQUEST_BODY',
    ],
    ['a field among the files', () => sendFiles().field('flow', 'x'), '1540 INVALID_REQUEST_BODY'],
    [
      'a missing address',
      () => call().send({ selfieUrl: URLS.selfieUrl }),
      '1539 REFERENCE_URL_CAN_NOT_BE_EMPTY',
    ],
    [
      'an address of a file',
      () => call().send({ ...URLS, selfieUrl: 'file:///etc/passwd' }),
      '1540 INVALID_SELFIE_URL',
    ],
  ])('refuses %s', async (_case, send, cause) => {
    expect(causesOf(await send().expect(400))).toEqual([cause]);
    expect(api.submissions.all()).toEqual([]);
  });

  it('refuses an image that is too large', async () => {
    const large = Buffer.concat([JPEG, Buffer.alloc(10 * 1024 * 1024)]);
    expect(causesOf(await sendFiles(large).expect(400))).toEqual(['1558 DOCUMENT_TOO_LARGE']);
  });

  it('is refused to a partner that is not set to it', async () => {
    const { token: other } = await addPartner(api, {
      code: 'OTHER',
      settings: { flows: ['KTP_SCAN'] },
    });
    const answer = await call({
      'x-onekyc-token': other,
      'x-onboarding-partner': 'OTHER-BE-FACE_MATCH',
    })
      .send(URLS)
      .expect(400);
    expect(causesOf(answer)).toEqual(['1540 INVALID_FLOW']);
  });

  it('cannot be initiated as a session of a person', async () => {
    const answer = await supertest(api.app)
      .post('/coe-partner/v1/initiate-flow')
      .set({
        'x-onekyc-token': token,
        'x-onboarding-partner': 'ACME-SDK-FACE_MATCH',
        'x-partner-user-id': 'user-7',
        'x-partner-user-id-type': 'ACME_USER_ID',
        'x-partner-session-id': 'session-1',
      })
      .send({ flow: 'FACE_MATCH', source: 'SDK' })
      .expect(400);
    expect(
      z.object({ errors: z.array(z.object({ cause: z.string() })) }).parse(answer.body),
    ).toEqual({ errors: [{ cause: 'INVALID_FLOW' }] });
  });
});
