import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { partnerTokenAnswer } from '../../../contract/schema/partner-token.js';
import { uploadUrlsAnswer } from '../../../contract/schema/upload-urls.js';
import {
  addPartner,
  createApiUnderTest,
  createPartner,
  initiate,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';

const OLD_PATH = '/coe/v1/submissions/urls';
const STATUS = '/coe-partner/v1/submissions/status';

let api: ApiUnderTest;
let token: string;
const clientId = randomUUID();
const passKey = randomUUID();

beforeEach(async () => {
  api = await createApiUnderTest();
  const settings = {
    resultScreen: 'PARTNER',
    allowQr: true,
    forceQr: true,
    flows: ['KTP_SCAN', 'KYC_LITE'],
  } as const;
  const partner = createPartner({ settings: { ...settings, flows: [...settings.flows] } });
  await api.credentials.add({ partner, clientId, passKey, environment: 'PRODUCTION' });
  token = await getToken();
});

async function getToken(userId = 'user-7', credential = { clientId, passKey }): Promise<string> {
  const answer = await supertest(api.app)
    .get('/v2/coe/authentication')
    .set({
      'client-id': credential.clientId,
      'pass-key': credential.passKey,
      'x-onboarding-partner': 'ACME-SDK-KTP_SCAN',
      'x-partner-user-id': userId,
      'x-partner-user-id-type': 'ACME_USER_ID',
    })
    .expect(200);
  return partnerTokenAnswer.parse(answer.body).data.token;
}

const headersOf = (sessionId: string, withToken = token) => ({
  'x-onekyc-token': withToken,
  'x-partner-session-id': sessionId,
  'x-sdk-session-id': 'sdk-1',
});

const presign = (sessionId = 'session-1', withToken = token, type = 'KTP_SCAN') =>
  supertest(api.app).get(`${OLD_PATH}?submissionType=${type}`).set(headersOf(sessionId, withToken));

const errorsOf = (answer: { body: unknown }) =>
  failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);

describe('a user token of the older SDK flow', () => {
  it('begins the submission at the first presign, with the partner’s defaults', async () => {
    const { data } = uploadUrlsAnswer.parse((await presign().expect(200)).body);
    expect(data.urls.map(({ documentType }) => documentType)).toEqual(['KTP']);
    expect(api.submissions.all()).toMatchObject([
      {
        id: data.submissionId,
        partnerSessionId: 'session-1',
        partnerUserId: 'user-7',
        partnerUserIdType: 'ACME_USER_ID',
        flow: 'KTP_SCAN',
        source: 'SDK',
        resultScreen: 'PARTNER',
        allowQr: true,
        // An app has no say in what browsers of its partner are held to.
        forceQr: false,
      },
    ]);
    expect(api.runs.started).toMatchObject([
      { submissionId: data.submissionId, flow: 'KTP_SCAN', finalAction: 'EXIT' },
    ]);
  });

  it('goes on to confirm and status with the same token', async () => {
    const { submissionId } = uploadUrlsAnswer.parse((await presign().expect(200)).body).data;
    await api.uploads.put({ submissionId, attempt: 1, documentType: 'KTP' }, Buffer.from('card'));
    await supertest(api.app)
      .put(OLD_PATH)
      .set(headersOf('session-1'))
      .send({ submissionId })
      .expect(200);
    const status = await supertest(api.app).get(STATUS).set(headersOf('session-1')).expect(200);
    expect(status.body).toMatchObject({ data: { submissionId, captures: [] } });
  });

  it('answers a repeated presign for the same submission', async () => {
    const first = uploadUrlsAnswer.parse((await presign().expect(200)).body).data;
    const again = uploadUrlsAnswer.parse((await presign().expect(200)).body).data;
    expect(again.submissionId).toBe(first.submissionId);
    expect(api.runs.started).toHaveLength(1);
  });

  it('is bound to its first session for good', async () => {
    await presign('session-1').expect(200);
    expect(errorsOf(await presign('session-2').expect(403))).toEqual(['903 FORBIDDEN']);
    await supertest(api.app).get(STATUS).set(headersOf('session-2')).expect(403);
    expect(api.submissions.all()).toHaveLength(1);
    await presign('session-1').expect(200);
  });

  it('opens nothing before the first presign', async () => {
    const answer = await supertest(api.app).get(STATUS).set(headersOf('session-1')).expect(400);
    expect(errorsOf(answer)).toEqual(['1552 SUBMISSION_DOES_NOT_EXIST']);
  });

  it('renewed for the same person goes on with the same session', async () => {
    const first = uploadUrlsAnswer.parse((await presign().expect(200)).body).data;
    const renewed = await getToken();
    const again = uploadUrlsAnswer.parse((await presign('session-1', renewed).expect(200)).body);
    expect(again.data.submissionId).toBe(first.submissionId);
  });

  it('cannot take over another person’s session, nor one of initiate', async () => {
    await presign('session-1').expect(200);
    const other = await getToken('user-8');
    expect(errorsOf(await presign('session-1', other).expect(409))).toEqual([
      '1554 PARTNER_SESSION_ID_ALREADY_USED',
    ]);
    const partner = await addPartner(api);
    const headers = { 'x-partner-session-id': 'session-9' };
    await initiate(api.app, { token: partner.token, headers }).expect(200);
    await presign('session-9', await getToken()).expect(409);
    await presign('session-3', other).expect(200);
  });

  it('does not reach a session of the other environment', async () => {
    const mine = await getToken('SANDBOX-VALID');
    const begun = await presign('session-8', mine).expect(200);
    const { submissionId } = uploadUrlsAnswer.parse(begun.body).data;
    const sandbox = {
      clientId: randomUUID(),
      passKey: randomUUID(),
      environment: 'SANDBOX',
    } as const;
    await api.credentials.add({ ...sandbox, partner: createPartner() });
    const other = await getToken('SANDBOX-VALID', sandbox);
    await presign('session-8', other).expect(409);
    const headers = { ...headersOf('session-8', other), 'x-submission-id': submissionId };
    await supertest(api.app).get(STATUS).set(headers).expect(400);
  });

  it('keeps to the flow that it began', async () => {
    await presign().expect(200);
    expect(errorsOf(await presign('session-1', token, 'KYC_LITE').expect(400))).toEqual([
      '1540 INVALID_SUBMISSION_TYPE',
    ]);
  });

  it.each(['SELFIE_LIVENESS', 'FACE_MATCH', 'NONE'])(
    'begins no flow that the partner is not offered: %s',
    async (type) => {
      const answer = await presign('session-1', token, type).expect(400);
      expect(errorsOf(answer)).toEqual(['1540 INVALID_SUBMISSION_TYPE']);
      expect(api.submissions.all()).toEqual([]);
    },
  );

  it('begins again what could not be started', async () => {
    api.runs.failWith(new Error('away'));
    await presign().expect(500);
    api.runs.failWith(null);
    await presign().expect(200);
    expect(api.runs.started).toHaveLength(1);
  });

  it('ends with the client id that it was issued for', async () => {
    await presign('session-1').expect(200);
    const unused = await getToken('user-8');
    const other = { clientId: randomUUID(), passKey: randomUUID() };
    const added = { ...other, partner: createPartner(), environment: 'PRODUCTION' } as const;
    await api.credentials.add(added);
    const others = await getToken('user-9', other);
    api.credentials.revoke(clientId);
    await presign('session-1').expect(401);
    await presign('session-2', unused).expect(401);
    expect(api.submissions.all()).toHaveLength(1);
    await presign('session-3', others).expect(200);
  });

  it('is no partner token and ends by its time', async () => {
    const headers = { ...headersOf('session-1'), 'x-submission-id': randomUUID() };
    await supertest(api.app).get('/coe/v1/submissions').set(headers).expect(403);
    await initiate(api.app, { token }).expect(403);
    await presign().expect(200);
    api.clock.advance(3600);
    await presign().expect(401);
  });
});
