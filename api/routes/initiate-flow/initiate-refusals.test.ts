import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import {
  addPartner,
  createApiUnderTest,
  initiate,
  startSubmission,
  type ApiUnderTest,
  type InitiateCall,
} from '../../../test/support/api-under-test.js';

const PATH = '/coe-partner/v1/initiate-flow';

describe('what Initiate Flow refuses', () => {
  let api: ApiUnderTest;
  let token: string;

  beforeEach(async () => {
    api = await createApiUnderTest();
    ({ token } = await addPartner(api));
  });

  const call = (changed: Partial<InitiateCall> = {}) => initiate(api.app, { token, ...changed });
  const errorsOf = (answer: { body: unknown }) =>
    failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);

  it('names every missing header and field at once', async () => {
    const answer = await supertest(api.app).post(PATH).send({}).expect(400);
    expect(errorsOf(answer)).toEqual([
      '1539 ONEKYC_TOKEN_CAN_NOT_BE_EMPTY',
      '1539 ONBOARDING_PARTNER_CAN_NOT_BE_EMPTY',
      '1539 PARTNER_USER_ID_CAN_NOT_BE_EMPTY',
      '1539 PARTNER_USER_ID_TYPE_CAN_NOT_BE_EMPTY',
      '1539 PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY',
      '1539 FLOW_CAN_NOT_BE_EMPTY',
      '1539 SOURCE_CAN_NOT_BE_EMPTY',
    ]);
  });

  it('treats a request without body as one without fields', async () => {
    const answer = await supertest(api.app).post(PATH).set('x-onekyc-token', token).expect(400);
    expect(errorsOf(answer)).toContain('1539 FLOW_CAN_NOT_BE_EMPTY');
  });

  it.each([
    ['x-onboarding-partner', 'ONBOARDING_PARTNER_CAN_NOT_BE_EMPTY'],
    ['x-partner-user-id', 'PARTNER_USER_ID_CAN_NOT_BE_EMPTY'],
    ['x-partner-user-id-type', 'PARTNER_USER_ID_TYPE_CAN_NOT_BE_EMPTY'],
    ['x-partner-session-id', 'PARTNER_SESSION_ID_CAN_NOT_BE_EMPTY'],
    ['x-onekyc-token', 'ONEKYC_TOKEN_CAN_NOT_BE_EMPTY'],
  ])('names %s alone when it alone is missing', async (header, cause) => {
    const answer = await call({ headers: { [header]: '' } }).expect(400);
    expect(errorsOf(answer)).toEqual([`1539 ${cause}`]);
  });

  const web = { source: 'WEB_SDK' };
  const success = 'https://acme.example/s';
  const failure = 'https://acme.example/f';
  it.each([
    [{ flow: 'FACE_MATCH' }, ['1540 INVALID_FLOW']],
    [
      { successRedirectionUrl: 'https://bank.example@acme.example/' },
      ['1540 INVALID_SUCCESS_REDIRECTION_URL'],
    ],
    [{ flow: 'FACE_VERIFICATION' }, ['1540 REFERENCE_IMAGE_NOT_CONFIGURED']],
    [{ flow: 7 }, ['1540 INVALID_FLOW']],
    [{ flow: null, source: '' }, ['1539 FLOW_CAN_NOT_BE_EMPTY', '1539 SOURCE_CAN_NOT_BE_EMPTY']],
    [{ source: 'H5' }, ['1540 INVALID_SOURCE']],
    [
      web,
      [
        '1540 SUCCESS_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
        '1540 FAILURE_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
      ],
    ],
    [
      { ...web, flow: 'X', successRedirectionUrl: success },
      ['1540 INVALID_FLOW', '1540 FAILURE_REDIRECTION_URL_CAN_NOT_BE_EMPTY'],
    ],
    [
      { ...web, successRedirectionUrl: 'javascript:alert(1)', failureRedirectionUrl: failure },
      ['1540 INVALID_SUCCESS_REDIRECTION_URL'],
    ],
    [
      { ...web, successRedirectionUrl: success, failureRedirectionUrl: 'acme://back' },
      ['1540 INVALID_FAILURE_REDIRECTION_URL'],
    ],
    [
      { ...web, successRedirectionUrl: success, failureRedirectionUrl: 'data:text/html,x' },
      ['1540 INVALID_FAILURE_REDIRECTION_URL'],
    ],
    [{ theme: 'PINK' }, ['1540 INVALID_THEME']],
    [{ userLocale: 'xx' }, ['1540 INVALID_USER_LOCALE']],
    [{ additionalDetails: { userLocale: 'xx' } }, ['1540 INVALID_USER_LOCALE']],
    [{ additionalDetails: 'none' }, ['1540 INVALID_ADDITIONAL_DETAILS']],
    [{ additionalDetails: { forceQr: 'yes' } }, ['1540 INVALID_FORCE_QR']],
  ])('answers 400 to %o with %o', async (body, errors) => {
    const answer = await call({ body }).expect(400);
    expect(errorsOf(answer)).toEqual(errors);
    expect(api.submissions.all()).toEqual([]);
  });

  it('refuses a body that is not an object', async () => {
    const answer = await supertest(api.app)
      .post(PATH)
      .set('x-onekyc-token', token)
      .send([])
      .expect(400);
    expect(errorsOf(answer)).toContain('1540 INVALID_REQUEST_BODY');
  });

  it('refuses an id that is too long', async () => {
    const headers = { 'x-partner-session-id': 'x'.repeat(256) };
    expect(errorsOf(await call({ headers }).expect(400))).toEqual([
      '1540 INVALID_PARTNER_SESSION_ID',
    ]);
  });

  it.each(['OTHER-SDK-KTP_SCAN', 'ACMEX-SDK-KTP_SCAN', 'ACME', 'acme-SDK-KTP_SCAN', 'ACME--X'])(
    'answers 403/110 to the onboarding partner %s',
    async (name) => {
      const answer = await call({ headers: { 'x-onboarding-partner': name } }).expect(403);
      expect(errorsOf(answer)).toEqual(['110 ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT']);
    },
  );

  it('answers 401/110 to a token that is not ours', async () => {
    const stranger = await createApiUnderTest();
    const { token: foreign } = await addPartner(stranger);
    const [head, payload] = token.split('.');
    for (const bad of ['x', `${head!}.${payload!}.`, `${token}x`, foreign]) {
      expect(errorsOf(await call({ token: bad }).expect(401))).toEqual(['110 UNAUTHORIZED']);
    }
  });

  it('answers 401/110 to an unsigned token', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload = token.split('.')[1]!;
    await call({ token: `${encode({ alg: 'none' })}.${payload}.` }).expect(401);
  });

  it('answers 401/110 to an expired token', async () => {
    api.clock.advance(3601);
    expect(errorsOf(await call().expect(401))).toEqual(['110 UNAUTHORIZED']);
  });

  it('answers 403/903 to a user token', async () => {
    const { userToken } = await startSubmission(api, token, randomUUID());
    expect(errorsOf(await call({ token: userToken }).expect(403))).toEqual(['903 FORBIDDEN']);
  });
});
