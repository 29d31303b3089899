import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openedHandoffAnswer } from '../../contract/schema/handoff.js';
import { initiateFlowAnswer } from '../../contract/schema/initiate-flow.js';
import { launchedSessionAnswer, type LaunchedSession } from '../../contract/schema/launch.js';
import { partnerTokenAnswer } from '../../contract/schema/partner-token.js';
import { submissionStatusAnswer } from '../../contract/schema/submission-status.js';
import { uploadUrlsAnswer } from '../../contract/schema/upload-urls.js';
import type {} from '../support/platform-context.js';

const { apiUrl, demoPartner, samplePartnerUrl } = inject('platform');
const UPLOADS = '/coe-partner/v1/submissions/url';
const OLD_UPLOADS = '/coe/v1/submissions/urls';
const STATUS = '/coe-partner/v1/submissions/status';

type Headers = Readonly<Record<string, string>>;

async function call(request: string, headers: Headers, json?: unknown) {
  const [method, path] = request.split(' ') as [string, string];
  const response = await fetch(new URL(path, apiUrl), {
    method,
    headers: { ...headers, ...(json !== undefined && { 'content-type': 'application/json' }) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { status: response.status, body: (await response.json()) as unknown, cookie };
}

const credentials = { 'client-id': demoPartner.clientId, 'pass-key': demoPartner.passKey };
const person = {
  'x-onboarding-partner': `${demoPartner.partnerCode}-SDK-KTP_SCAN`,
  'x-partner-user-id': 'user-7',
  'x-partner-user-id-type': 'TEST_USER',
};
const deviceHeaders = (token: string, sessionId: string): Headers => ({
  'x-onekyc-token': token,
  'x-partner-session-id': sessionId,
  'x-sdk-session-id': 'test',
});

let partnerToken: string;

beforeAll(async () => {
  const answer = await call('GET /v1/coe/partner/authentication', credentials);
  partnerToken = partnerTokenAnswer.parse(answer.body).data.token;
});

const initiate = (sessionId: string, body: object) =>
  call(
    'POST /coe-partner/v1/initiate-flow',
    { ...person, 'x-onekyc-token': partnerToken, 'x-partner-session-id': sessionId },
    { flow: 'KTP_SCAN', ...body },
  );

describe('racing initiates over HTTP', () => {
  it('open one submission', async () => {
    const sessionId = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => initiate(sessionId, { source: 'SDK' })),
    );
    const ids = answers.map(async ({ body }) => {
      const { data } = initiateFlowAnswer.parse(body);
      const headers = deviceHeaders('token' in data ? data.token : '', sessionId);
      const status = await call(`GET ${STATUS}`, headers);
      return submissionStatusAnswer.parse(status.body).data.submissionId;
    });
    expect(new Set(await Promise.all(ids)).size).toBe(1);
  });
});

describe('the older SDK flow', () => {
  it('goes from user token to confirm without initiate', async () => {
    const answer = await call('GET /v2/coe/authentication', { ...credentials, ...person });
    const { token } = partnerTokenAnswer.parse(answer.body).data;
    const headers = deviceHeaders(token, randomUUID());
    const presigned = await call(`GET ${OLD_UPLOADS}?submissionType=KTP_SCAN`, headers);
    const { submissionId, urls } = uploadUrlsAnswer.parse(presigned.body).data;
    const { url, headers: uploadHeaders } = urls[0]!;
    await fetch(url, { method: 'PUT', headers: uploadHeaders, body: Buffer.alloc(100, 7) });
    const confirmed = await call(`PUT ${OLD_UPLOADS}`, headers, { submissionId });
    expect(confirmed).toMatchObject({ status: 200, body: { data: { status: 'IN_PROGRESS' } } });
    const other = deviceHeaders(token, randomUUID());
    const refused = await call(`GET ${OLD_UPLOADS}?submissionType=KTP_SCAN`, other);
    expect(refused.status).toBe(403);
  });
});

describe('a hand-off', () => {
  async function openDesktop() {
    const sessionId = randomUUID();
    const redirect = new URL('/', samplePartnerUrl).href;
    const initiated = await initiate(sessionId, {
      source: 'WEB_SDK',
      successRedirectionUrl: redirect,
      failureRedirectionUrl: redirect,
      additionalDetails: { allowQr: true },
    });
    const { data } = initiateFlowAnswer.parse(initiated.body);
    const url = new URL('launchUrl' in data ? data.launchUrl : '');
    const body = { publicId: url.pathname.slice(3), token: url.hash.slice(3) };
    return launchedSessionAnswer.parse((await call('POST /web/v1/launch/exchange', {}, body)).body)
      .data;
  }

  const headersOf = ({ userToken, partnerSessionId }: LaunchedSession) =>
    deviceHeaders(userToken, partnerSessionId);

  async function stateOf(device: LaunchedSession) {
    const answer = await call(`GET ${STATUS}`, headersOf(device));
    return submissionStatusAnswer.parse(answer.body).data.handoff?.state ?? null;
  }

  it('moves the captures to a phone until one side ends it', async () => {
    const desktop = await openDesktop();
    await expect(stateOf(desktop)).resolves.toBeNull();
    const opened = await call('POST /web/v1/handoff', headersOf(desktop), {});
    const { handoffUrl } = openedHandoffAnswer.parse(opened.body).data;
    await expect(stateOf(desktop)).resolves.toBe('WAITING');

    const url = new URL(handoffUrl);
    const code = { publicId: url.pathname.slice(3), code: url.hash.slice(3) };
    const claimed = await call('POST /web/v1/handoff/claim', {}, code);
    const phone = launchedSessionAnswer.parse(claimed.body).data;
    expect(phone).toMatchObject({ role: 'HANDOFF', submissionId: desktop.submissionId });
    await expect(stateOf(desktop)).resolves.toBe('OPENED');
    expect((await call('POST /web/v1/handoff/claim', {}, code)).status).toBe(401);

    const presign = `GET ${UPLOADS}?submissionType=KTP_SCAN`;
    expect((await call(presign, headersOf(desktop))).status).toBe(409);
    expect((await call(presign, headersOf(phone))).status).toBe(200);

    expect((await call('POST /web/v1/handoff/end', headersOf(phone), {})).status).toBe(200);
    await expect(stateOf(desktop)).resolves.toBe('ENDED');
    expect((await call(presign, headersOf(phone))).status).toBe(401);
    expect((await call(presign, headersOf(desktop))).status).toBe(200);
    const renew = { publicId: code.publicId };
    const renewed = await call('POST /web/v1/launch/renew', { cookie: claimed.cookie }, renew);
    expect(renewed.status).toBe(401);
  });
});
