import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createOperator, type ContractPartner } from '../../support/contract/contract-partner.js';
import { STATUS, UPLOADS } from '../../support/contract/contract-device.js';
import {
  CANCEL,
  createSession,
  DETAILS,
  INITIATE,
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
let session: ContractSession;

beforeAll(async () => {
  const operator = await createOperator(platform);
  partner = await operator.createPartner();
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
