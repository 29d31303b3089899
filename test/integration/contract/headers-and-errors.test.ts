import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createOperator, type ContractPartner } from '../../support/contract/contract-partner.js';
import {
  CANCEL,
  createSession,
  DETAILS,
  INITIATE,
  STATUS,
  UPLOADS,
  type ContractSession,
} from '../../support/contract/contract-session.js';
import { call, refusalsOf, type Headers } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');
const TOKEN = 'GET /v1/coe/partner/authentication';
const USER_TOKEN = 'GET /v2/coe/authentication';
const FACE_MATCH = 'POST /coe-partner/v1/face-match';
const PRESIGN = `GET ${UPLOADS}?submissionType=KTP_SCAN`;
const CONFIRM = `PUT ${UPLOADS}`;

let partner: ContractPartner;
let other: ContractPartner;
let session: ContractSession;

beforeAll(async () => {
  const operator = await createOperator(platform);
  partner = await operator.createPartner();
  other = await operator.createPartner();
  session = createSession(platform.apiUrl, partner, { flow: 'KTP_SCAN' });
  await session.openInApp();
});

const send = (request: string, headers: Headers, json?: unknown) =>
  call(platform.apiUrl, request, headers, json);

const without = (headers: Headers, name: string): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([given]) => given !== name));

/** Contract §0, §4: every path that the sources print. Without headers each says what it misses. */
describe('every endpoint and alias', () => {
  const ALIASES = ['coe', 'coe-partner'].flatMap((prefix) =>
    ['submissions/url', 'submissions/urls', 'submissions-url'].flatMap((path) =>
      ['GET', 'PUT'].map((method) => `${method} /${prefix}/v1/${path}`),
    ),
  );

  it.each([
    { request: TOKEN, refusal: '400 1539 CLIENT_ID_CAN_NOT_BE_EMPTY' },
    { request: USER_TOKEN, refusal: '400 1539 CLIENT_ID_CAN_NOT_BE_EMPTY' },
    { request: INITIATE, refusal: '400 1539 ONEKYC_TOKEN_CAN_NOT_BE_EMPTY' },
    { request: FACE_MATCH, refusal: '400 1539 ONEKYC_TOKEN_CAN_NOT_BE_EMPTY' },
    ...[...ALIASES, STATUS, DETAILS, CANCEL].map((request) => ({
      request,
      refusal: '400 1550 ONEKYC_TOKEN_CAN_NOT_BE_EMPTY',
    })),
  ])('$request is there', async ({ request, refusal }) => {
    expect(refusalsOf(await send(request, {}))).toContain(refusal);
  });

  it('shows its public keys', async () => {
    const answer = await send('GET /.well-known/jwks.json', {});
    expect(answer.body).toMatchObject({ keys: [{ kty: 'EC', crv: 'P-256', use: 'sig' }] });
    expect(JSON.stringify(answer.body)).not.toContain('"d"');
  });

  it('answers 404 in the same envelope for what is not there', async () => {
    expect(refusalsOf(await send('GET /coe/v2/submissions', {}))).toEqual(['404 404 NOT_FOUND']);
  });

  it('names every answer by a request id', async () => {
    expect((await send(DETAILS, {})).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

/** Contract, "Common headers" with §1–§4, §7, §8, §15.3: one row for each header of each call. */
describe('a missing header is named', () => {
  const keys = () => partner.keys.PRODUCTION;
  const person = () => without(session.partnerHeaders, 'x-partner-session-id');
  it.each([
    [TOKEN, '1539', ['client-id', 'pass-key'], keys],
    [
      USER_TOKEN,
      '1539',
      [
        'client-id',
        'pass-key',
        'x-onboarding-partner',
        'x-partner-user-id',
        'x-partner-user-id-type',
      ],
      () => ({ ...keys(), ...person() }),
    ],
    [INITIATE, '1539', Object.keys(initiateHeaders()), () => session.partnerHeaders],
    [FACE_MATCH, '1539', Object.keys(initiateHeaders()), () => session.partnerHeaders],
    [PRESIGN, '1550', Object.keys(deviceHeaders()), () => session.deviceHeaders()],
    [CONFIRM, '1550', Object.keys(deviceHeaders()), () => session.deviceHeaders()],
    [STATUS, '1550', Object.keys(deviceHeaders()), () => session.deviceHeaders()],
    [DETAILS, '1550', detailsHeaders(), () => session.partnerHeaders],
    [CANCEL, '1550', detailsHeaders(), () => session.partnerHeaders],
  ] as const)('%s: %s', async (request, code, names, headers) => {
    for (const name of names) {
      const cause = `${name.replace(/^x-/, '').replaceAll('-', '_').toUpperCase()}_CAN_NOT_BE_EMPTY`;
      const missing = await send(request, without(headers(), name), bodyOf(request));
      expect(refusalsOf(missing), `without ${name}`).toContain(`400 ${code} ${cause}`);
      const blank = await send(request, { ...headers(), [name]: ' ' }, bodyOf(request));
      expect(refusalsOf(blank), `blank ${name}`).toContain(`400 ${code} ${cause}`);
    }
  });
});

function initiateHeaders() {
  return {
    'x-onekyc-token': '',
    'x-onboarding-partner': '',
    'x-partner-user-id': '',
    'x-partner-user-id-type': '',
    'x-partner-session-id': '',
  };
}

function deviceHeaders() {
  return { 'x-onekyc-token': '', 'x-partner-session-id': '', 'x-sdk-session-id': '' };
}

function detailsHeaders(): readonly string[] {
  return ['x-onekyc-token', 'x-partner-session-id', 'x-partner-user-id', 'x-partner-user-id-type'];
}

function bodyOf(request: string): unknown {
  return request.startsWith('GET') ? undefined : {};
}

/** The error tables of §1, §2, §3, §8 and the codes of §15.3. */
describe('every row of the error tables', () => {
  const foreign = () => ({ ...session.partnerHeaders, 'x-onekyc-token': other.tokens.PRODUCTION });
  const initiateWith = (headers: Headers, json: unknown = { flow: 'KTP_SCAN', source: 'SDK' }) =>
    send(INITIATE, { ...session.partnerHeaders, ...headers }, json);
  const fresh = () => ({ 'x-partner-session-id': randomUUID() });

  it.each([
    [
      '§1 wrong pass-key',
      '401 110 UNAUTHORIZED',
      () => send(TOKEN, { ...partner.keys.PRODUCTION, 'pass-key': randomUUID() }),
    ],
    [
      '§1 unknown client',
      '401 110 UNAUTHORIZED',
      () => send(TOKEN, { 'client-id': randomUUID(), 'pass-key': randomUUID() }),
    ],
    [
      '§2 another partner’s code',
      '403 110 ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT',
      () => send(USER_TOKEN, { ...session.partnerHeaders, ...other.keys.PRODUCTION }),
    ],
    ['§3 no token of ours', '401 110 UNAUTHORIZED', () => initiateWith({ 'x-onekyc-token': 'x' })],
    [
      '§3 another partner’s code',
      '403 110 ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT',
      () => initiateWith({ 'x-onboarding-partner': `${other.code}-SDK-KTP_SCAN` }),
    ],
    ['§3 no flow', '400 1539 FLOW_CAN_NOT_BE_EMPTY', () => initiateWith(fresh(), {})],
    [
      '§3 no source',
      '400 1539 SOURCE_CAN_NOT_BE_EMPTY',
      () => initiateWith(fresh(), { flow: 'KTP_SCAN' }),
    ],
    [
      '§3 an unknown flow',
      '400 1540 INVALID_FLOW',
      () => initiateWith(fresh(), { flow: 'STANDALONE_IDENTITY_VERIFICATION', source: 'SDK' }),
    ],
    [
      '§3 an unknown source',
      '400 1540 INVALID_SOURCE',
      () => initiateWith(fresh(), { flow: 'KTP_SCAN', source: 'WEB' }),
    ],
    [
      '§3 a browser without a way back after success',
      '400 1540 SUCCESS_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
      () => initiateWith(fresh(), { flow: 'KTP_SCAN', source: 'WEB_SDK' }),
    ],
    [
      '§3 a browser without a way back after failure',
      '400 1540 FAILURE_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
      () => initiateWith(fresh(), { flow: 'KTP_SCAN', source: 'WEB_SDK' }),
    ],
    [
      '§3 the session with another body',
      '409 1554 PARTNER_SESSION_ID_ALREADY_USED',
      () => initiateWith({}, { flow: 'KYC_LITE', source: 'SDK' }),
    ],
    [
      '§9 a flow that needs a reference image',
      '400 1540 REFERENCE_IMAGE_NOT_CONFIGURED',
      () => initiateWith(fresh(), { flow: 'FACE_VERIFICATION', source: 'SDK' }),
    ],
    [
      '§8 an unknown session',
      '400 1552 SUBMISSION_DOES_NOT_EXIST',
      () => send(DETAILS, { ...session.partnerHeaders, ...fresh() }),
    ],
    [
      '§8 another partner’s session',
      '400 1552 SUBMISSION_DOES_NOT_EXIST',
      () => send(DETAILS, foreign()),
    ],
    [
      '§8 another user',
      '400 1553 PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER',
      () => send(DETAILS, { ...session.partnerHeaders, 'x-partner-user-id': 'somebody' }),
    ],
    [
      '§8 no token of ours',
      '401 110 UNAUTHORIZED',
      () => send(DETAILS, { ...session.partnerHeaders, 'x-onekyc-token': 'x' }),
    ],
    [
      '§8 a user token',
      '403 903 FORBIDDEN',
      () => send(DETAILS, { ...session.partnerHeaders, ...session.deviceHeaders() }),
    ],
    [
      '§4 the type of another flow',
      '400 1540 INVALID_SUBMISSION_TYPE',
      () => send(`GET ${UPLOADS}?submissionType=KYC_LITE`, session.deviceHeaders()),
    ],
    [
      '§4 no type',
      '400 1550 SUBMISSION_TYPE_CAN_NOT_BE_EMPTY',
      () => send(`GET ${UPLOADS}`, session.deviceHeaders()),
    ],
    [
      '§4 a partner token where the person’s is asked',
      '403 903 FORBIDDEN',
      () => send(PRESIGN, { ...session.deviceHeaders(), ...session.partnerHeaders }),
    ],
    [
      '§6 a confirm before the upload',
      '400 1555 DOCUMENT_NOT_UPLOADED',
      async () => {
        const { submissionId } = await session.presign();
        return send(CONFIRM, session.deviceHeaders(), { submissionId });
      },
    ],
    [
      '§6 a confirm of another submission',
      '403 903 FORBIDDEN',
      () => send(CONFIRM, session.deviceHeaders(), { submissionId: randomUUID() }),
    ],
  ])('%s: %s', async (_row, refusal, run) => {
    expect(refusalsOf(await run())).toContain(refusal);
  });

  it('takes the submission id alone for details, and ignores the onboarding partner', async () => {
    const { submissionId } = await session.presign();
    const answer = await send(DETAILS, {
      'x-onekyc-token': partner.tokens.SANDBOX,
      'x-submission-id': submissionId,
    });
    expect(answer.body).toMatchObject({ success: true, data: { submissionId } });
  });

  it('takes the session alone for details where the partner is set to that (§14.2)', async () => {
    const operator = await createOperator(platform);
    const lenient = await operator.createPartner({ settings: { lenientDetailsHeaders: true } });
    const theirs = createSession(platform.apiUrl, lenient, { flow: 'KTP_SCAN' });
    await theirs.openInApp();
    const answer = await send(DETAILS, {
      'x-onekyc-token': lenient.tokens.SANDBOX,
      'x-partner-session-id': theirs.sessionId,
    });
    expect(answer.status).toBe(200);
  });
});
