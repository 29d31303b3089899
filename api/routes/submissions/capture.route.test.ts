import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_CAPTURE_BYTES } from '../../../contract/capture.js';
import { submissionStateAnswer } from '../../../contract/schema/confirm-captures.js';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { uploadUrlsAnswer } from '../../../contract/schema/upload-urls.js';
import {
  addPartner,
  createApiUnderTest,
  startSubmission,
  STORAGE_PUBLIC_URL,
  type ApiUnderTest,
  type StartedSubmission,
} from '../../../test/support/api-under-test.js';
import { StorageError } from '../../../storage/storage-error.js';
import { serviceUnavailable } from '../../errors.js';

const PATH = '/coe-partner/v1/submissions/url';
const ALIASES = [
  PATH,
  '/coe-partner/v1/submissions/urls',
  '/coe-partner/v1/submissions-url',
  '/coe/v1/submissions/url',
  '/coe/v1/submissions/urls',
  '/coe/v1/submissions-url',
  '/submissions-url',
];

let api: ApiUnderTest;
let partnerToken: string;
let started: StartedSubmission;

beforeEach(async () => {
  api = await createApiUnderTest();
  partnerToken = (await addPartner(api)).token;
  started = await startSubmission(api, partnerToken, randomUUID(), { flow: 'KYC_LITE' });
});

const errorsOf = (answer: { body: unknown }) =>
  failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);

const presign = (headers: object = started.headers, type = 'KYC_LITE', path = PATH) =>
  supertest(api.app)
    .get(`${path}?submissionType=${type}`)
    .set({ ...headers });

const confirm = (headers: object = started.headers, path = PATH) =>
  supertest(api.app)
    .put(path)
    .set({ ...headers })
    .send({ submissionId: started.submissionId, metadata: { device: 'x' } });

function upload(documentType: 'KTP' | 'SELFIE', content = 'photo', attempt = 1): void {
  const { submissionId } = started;
  void api.uploads.put({ submissionId, attempt, documentType }, Buffer.from(content));
}

function uploadBoth(attempt = 1): void {
  upload('KTP', 'card', attempt);
  upload('SELFIE', 'face', attempt);
}

describe('presigned upload addresses', () => {
  it.each(ALIASES)('are answered on %s', async (path) => {
    await presign(started.headers, 'KYC_LITE', path).expect(200);
  });

  it('name one address for each capture of the open attempt, for ten minutes', async () => {
    const { data } = uploadUrlsAnswer.parse((await presign().expect(200)).body);
    const { submissionId } = started;
    expect(data.submissionId).toBe(submissionId);
    expect(data.expires_at).toBe(String(api.clock.now().getTime() / 1000 + 600));
    expect(data.urls).toEqual(
      (['KTP', 'SELFIE'] as const).map((documentType) => ({
        documentType,
        url: `${STORAGE_PUBLIC_URL}/captures/uploads/${submissionId}/1/${documentType}?X-Amz-Expires=600`,
        method: 'PUT',
        headers: { 'Content-Type': 'image/jpeg' },
      })),
    );
  });

  it('name only what is to be taken again, under the next attempt', async () => {
    api.submissions.change(started.submissionId, {
      awaiting: ['KTP'],
      nextAction: 'RETRY',
      confirmedAttempt: 1,
      judgedAttempt: 1,
    });
    const { data } = uploadUrlsAnswer.parse((await presign().expect(200)).body);
    expect(data.urls).toHaveLength(1);
    expect(data.urls[0]!.url).toContain(`${started.submissionId}/2/KTP`);
  });

  it('come with a nonce where a selfie is asked for, the same when asked again', async () => {
    const [first, again] = await Promise.all([presign(), presign()]);
    const { captureNonce } = uploadUrlsAnswer.parse(first.body).data;
    expect(captureNonce).toMatch(/^[\w-]{22}$/);
    expect(uploadUrlsAnswer.parse(again.body).data.captureNonce).toBe(captureNonce);
    const retried = { nextAction: 'RETRY', confirmedAttempt: 1, judgedAttempt: 1 } as const;
    api.submissions.change(started.submissionId, { ...retried, awaiting: ['SELFIE'] });
    const next = uploadUrlsAnswer.parse((await presign()).body).data;
    expect(next.captureNonce).toMatch(/^[\w-]{22}$/);
    expect(next.captureNonce).not.toBe(captureNonce);
    api.submissions.change(started.submissionId, { ...retried, awaiting: ['KTP'] });
    expect(uploadUrlsAnswer.parse((await presign()).body).data).not.toHaveProperty('captureNonce');
  });

  it('come with the nonce of the challenge while one is open', async () => {
    const nonce = randomUUID();
    const expiresAt = new Date(api.clock.now().getTime() + 120_000).toISOString();
    api.submissions.change(started.submissionId, {
      awaiting: ['SELFIE'],
      challenge: { nonce, action: 'NOD', expiresAt },
    });
    expect(uploadUrlsAnswer.parse((await presign()).body).data.captureNonce).toBe(nonce);
  });

  it('are refused with 409/1556 while an attempt is in flight', async () => {
    uploadBoth();
    await confirm().expect(200);
    expect(errorsOf(await presign().expect(409))).toEqual(['1556 ATTEMPT_ALREADY_CONFIRMED']);
  });

  it('are refused with 409/1557 after the end', async () => {
    api.submissions.change(started.submissionId, { status: 'COMPLETED', result: 'VALID' });
    expect(errorsOf(await presign().expect(409))).toEqual(['1557 SUBMISSION_ALREADY_FINISHED']);
  });

  it('need the submission type of the submission', async () => {
    const without = await supertest(api.app).get(PATH).set(started.headers).expect(400);
    expect(errorsOf(without)).toEqual(['1550 SUBMISSION_TYPE_CAN_NOT_BE_EMPTY']);
    for (const type of ['KTP_SCAN', 'CERT_REG', 'KYC_LITE&submissionType=KYC_LITE']) {
      const answer = await presign(started.headers, type).expect(400);
      expect(errorsOf(answer)).toEqual(['1540 INVALID_SUBMISSION_TYPE']);
    }
  });
});

describe('the headers of presign and confirm', () => {
  it.each([
    ['x-onekyc-token', 'ONEKYC_TOKEN_CAN_NOT_BE_EMPTY'],
    ['x-partner-session-id', 'PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY'],
    ['x-sdk-session-id', 'SDK_SESSION_ID_CAN_NOT_BE_EMPTY'],
  ])('are answered with 400/1550 when %s is missing', async (header, cause) => {
    const headers = { ...started.headers, [header]: '' };
    expect(errorsOf(await presign(headers).expect(400))).toEqual([`1550 ${cause}`]);
    expect(errorsOf(await confirm(headers).expect(400))).toEqual([`1550 ${cause}`]);
  });

  it('are all named at once, with the missing field', async () => {
    const answer = await supertest(api.app).put(PATH).send({}).expect(400);
    expect(errorsOf(answer)).toEqual([
      '1550 ONEKYC_TOKEN_CAN_NOT_BE_EMPTY',
      '1550 PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY',
      '1550 SDK_SESSION_ID_CAN_NOT_BE_EMPTY',
      '1550 SUBMISSION_ID_CAN_NOT_BE_EMPTY',
    ]);
  });

  it('are refused with 401 for a token that is expired or not ours', async () => {
    await presign({ ...started.headers, 'x-onekyc-token': 'nonsense' }).expect(401);
    api.clock.advance(3601);
    expect(errorsOf(await presign().expect(401))).toEqual(['110 UNAUTHORIZED']);
    expect(errorsOf(await confirm().expect(401))).toEqual(['110 UNAUTHORIZED']);
  });

  it('are refused with 403/903 for a partner token', async () => {
    const headers = { ...started.headers, 'x-onekyc-token': partnerToken };
    expect(errorsOf(await presign(headers).expect(403))).toEqual(['903 FORBIDDEN']);
    expect(errorsOf(await confirm(headers).expect(403))).toEqual(['903 FORBIDDEN']);
  });

  it('are refused with 403/903 for the token of another submission', async () => {
    const other = await startSubmission(api, partnerToken, randomUUID(), { flow: 'KYC_LITE' });
    const headers = { ...started.headers, 'x-onekyc-token': other.userToken };
    expect(errorsOf(await presign(headers).expect(403))).toEqual(['903 FORBIDDEN']);
    expect(errorsOf(await confirm(headers).expect(403))).toEqual(['903 FORBIDDEN']);
    // With its own headers, but the body of ours.
    expect(errorsOf(await confirm(other.headers).expect(403))).toEqual(['903 FORBIDDEN']);
  });

  it('are refused with 400/1552 when the submission no longer exists', async () => {
    const { token } = await api.tokens.issue({
      scope: 'user',
      subject: randomUUID(),
      lifetimeSeconds: 60,
    });
    const headers = { ...started.headers, 'x-onekyc-token': token };
    expect(errorsOf(await presign(headers).expect(400))).toEqual([
      '1552 SUBMISSION_DOES_NOT_EXIST',
    ]);
  });
});

describe('confirm', () => {
  it.each(ALIASES)('is answered on %s', async (path) => {
    uploadBoth();
    const { data } = submissionStateAnswer.parse(
      (await confirm(started.headers, path).expect(200)).body,
    );
    expect(data).toEqual({ submissionId: started.submissionId, status: 'IN_PROGRESS' });
  });

  it('before the upload is 400/1555, naming each missing capture', async () => {
    const none = await confirm().expect(400);
    expect(failureEnvelope.parse(none.body).errors).toEqual([
      { code: '1555', cause: 'DOCUMENT_NOT_UPLOADED', field: 'KTP' },
      { code: '1555', cause: 'DOCUMENT_NOT_UPLOADED', field: 'SELFIE' },
    ]);
    upload('KTP');
    const half = await confirm().expect(400);
    expect(failureEnvelope.parse(half.body).errors.map(({ field }) => field)).toEqual(['SELFIE']);
  });

  it('of a capture that is too large is 400/1558', async () => {
    uploadBoth();
    upload('KTP', 'x'.repeat(MAX_CAPTURE_BYTES + 1));
    expect(errorsOf(await confirm().expect(400))).toEqual(['1558 DOCUMENT_TOO_LARGE']);
  });

  it('twice with the same captures gives the same answer', async () => {
    uploadBoth();
    const first = await confirm().expect(200);
    const second = await confirm().expect(200);
    expect(second.body).toEqual(first.body);
  });

  it('twice with other captures is 409/1556', async () => {
    uploadBoth();
    await confirm().expect(200);
    upload('SELFIE', 'another face');
    expect(errorsOf(await confirm().expect(409))).toEqual(['1556 ATTEMPT_ALREADY_CONFIRMED']);
  });

  it('after a retry takes the captures of the next attempt', async () => {
    uploadBoth();
    await confirm().expect(200);
    api.submissions.change(started.submissionId, {
      awaiting: ['SELFIE'],
      nextAction: 'RETRY',
      judgedAttempt: 1,
    });
    expect(errorsOf(await confirm().expect(400))).toEqual(['1555 DOCUMENT_NOT_UPLOADED']);
    upload('SELFIE', 'better', 2);
    await confirm().expect(200);
    expect(await api.submissions.find(started.submissionId)).toMatchObject({ confirmedAttempt: 2 });
    const second = await api.submissions.listConfirmed(started.submissionId, 2);
    expect(second.map(({ documentType }) => documentType)).toEqual(['SELFIE']);
  });

  it('after the end is 409/1557, also in the moment before the row tells it', async () => {
    uploadBoth();
    api.runs.end(started.submissionId);
    expect(errorsOf(await confirm().expect(409))).toEqual(['1557 SUBMISSION_ALREADY_FINISHED']);
    api.submissions.change(started.submissionId, { status: 'ERROR' });
    expect(errorsOf(await confirm().expect(409))).toEqual(['1557 SUBMISSION_ALREADY_FINISHED']);
  });

  it('is 503/900 with Retry-After while the object store is away', async () => {
    uploadBoth();
    const isAway = new StorageError('fetching a capture', 'ECONNREFUSED', true);
    const fetchUpload = vi.spyOn(api.uploads, 'fetch').mockRejectedValue(isAway);
    const answer = await confirm().expect(503);
    expect(errorsOf(answer)).toEqual(['900 GENERIC_SERVICE_ERROR']);
    expect(answer.headers['retry-after']).toBe('2');
    expect(api.lines.join('')).toContain('ECONNREFUSED');
    expect(api.lines.join('')).not.toContain('"level":"error"');
    const refused = new StorageError('fetching a capture', 'AccessDenied', false);
    fetchUpload.mockRejectedValue(refused);
    await confirm().expect(500);
    fetchUpload.mockRestore();
    await confirm().expect(200);
  });

  it('is 503/900 while workflows cannot be reached, and succeeds afterwards', async () => {
    uploadBoth();
    api.runs.failWith(serviceUnavailable(new Error('away')));
    const answer = await confirm().expect(503);
    expect(errorsOf(answer)).toEqual(['900 GENERIC_SERVICE_ERROR']);
    expect(answer.headers['retry-after']).toBe('2');
    api.runs.failWith(null);
    await confirm().expect(200);
  });

  it('refuses a submission id that is no uuid', async () => {
    const answer = await supertest(api.app)
      .put(PATH)
      .set(started.headers)
      .send({ submissionId: 'mine' })
      .expect(400);
    expect(errorsOf(answer)).toEqual(['1540 INVALID_SUBMISSION_ID']);
  });
});
