import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { MAX_CAPTURE_BYTES } from '../../contract/capture.js';
import { failureEnvelope } from '../../contract/schema/envelope.js';
import { initiateFlowAnswer } from '../../contract/schema/initiate-flow.js';
import { launchedSessionAnswer } from '../../contract/schema/launch.js';
import { partnerTokenAnswer } from '../../contract/schema/partner-token.js';
import { submissionDetailsAnswer } from '../../contract/schema/submission-details.js';
import { submissionStatusAnswer } from '../../contract/schema/submission-status.js';
import { uploadUrlsAnswer } from '../../contract/schema/upload-urls.js';
import type {} from '../support/platform-context.js';
import { waitFor } from '../support/wait-for.js';

const { apiUrl, demoPartner, samplePartnerUrl } = inject('platform');
const UPLOADS = '/coe-partner/v1/submissions/url';
const STATUS = '/coe-partner/v1/submissions/status';
const DETAILS = '/coe/v1/submissions';
const CANCEL = '/coe-partner/v1/submissions/cancel';

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly cookie: string;
}

type Headers = Readonly<Record<string, string>>;

async function call(request: string, headers: Headers, json?: unknown): Promise<Answer> {
  const [method, path] = request.split(' ') as [string, string];
  const response = await fetch(new URL(path, apiUrl), {
    method,
    headers: { ...headers, ...(json !== undefined && { 'content-type': 'application/json' }) },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { status: response.status, body: await response.json(), cookie };
}

const refusalOf = ({ status, body }: Answer) =>
  failureEnvelope.parse(body).errors.map(({ code }) => `${String(status)}/${code}`);

let partnerToken: string;

beforeAll(async () => {
  const { clientId, passKey } = demoPartner;
  const keys = { 'client-id': clientId, 'pass-key': passKey };
  const answer = await call('GET /v1/coe/partner/authentication', keys);
  partnerToken = partnerTokenAnswer.parse(answer.body).data.token;
});

function partnerHeaders(sessionId: string): Headers {
  return {
    'x-onekyc-token': partnerToken,
    'x-onboarding-partner': `${demoPartner.partnerCode}-SDK-KTP_SCAN`,
    'x-partner-user-id': 'user-7',
    'x-partner-user-id-type': 'TEST_USER',
    'x-partner-session-id': sessionId,
  };
}

const initiate = (sessionId: string, body: object) =>
  call('POST /coe-partner/v1/initiate-flow', partnerHeaders(sessionId), body);

/** An SDK submission with its capture headers. */
async function open() {
  const sessionId = randomUUID();
  const answer = await initiate(sessionId, { flow: 'KTP_SCAN', source: 'SDK' });
  const { data } = initiateFlowAnswer.parse(answer.body);
  const headers = captureHeaders('token' in data ? data.token : '', sessionId);
  const presigned = await call(`GET ${UPLOADS}?submissionType=KTP_SCAN`, headers);
  const { submissionId, urls } = uploadUrlsAnswer.parse(presigned.body).data;
  const confirm = () => call(`PUT ${UPLOADS}`, headers, { submissionId });
  return { sessionId, headers, submissionId, upload: urls[0]!, confirm };
}

function captureHeaders(token: string, sessionId: string): Headers {
  return {
    'x-onekyc-token': token,
    'x-partner-session-id': sessionId,
    'x-sdk-session-id': 'test',
  };
}

describe('the API on real servers', () => {
  it('refuses wrong keys', async () => {
    const keys = { 'client-id': demoPartner.clientId, 'pass-key': randomUUID() };
    expect(refusalOf(await call('GET /v1/coe/partner/authentication', keys))).toEqual(['401/110']);
  });

  it('refuses the partner session id for another request', async () => {
    const { sessionId } = await open();
    const again = await initiate(sessionId, { flow: 'KYC_LITE', source: 'SDK' });
    expect(refusalOf(again)).toEqual(['409/1554']);
  });

  it('refuses a capture above the limit and takes a smaller one in its place', async () => {
    const { upload, confirm } = await open();
    const put = (bytes: number) =>
      fetch(upload.url, { method: 'PUT', headers: upload.headers, body: Buffer.alloc(bytes, 7) });
    expect((await put(MAX_CAPTURE_BYTES + 1)).status).toBe(200);
    expect(refusalOf(await confirm())).toEqual(['400/1558']);
    expect((await put(100)).status).toBe(200);
    expect((await confirm()).status).toBe(200);
  });

  it('refuses the token of another submission', async () => {
    const [ours, theirs] = await Promise.all([open(), open()]);
    const foreign = { ...ours.headers, 'x-onekyc-token': theirs.headers['x-onekyc-token']! };
    expect(refusalOf(await call(`GET ${STATUS}`, foreign))).toEqual(['403/903']);
    const confirmed = await call(`PUT ${UPLOADS}`, theirs.headers, {
      submissionId: ours.submissionId,
    });
    expect(refusalOf(confirmed)).toEqual(['403/903']);
  });

  it('ends a cancelled submission, and refuses captures from then on', async () => {
    const { sessionId, headers, upload, confirm } = await open();
    const named = partnerHeaders(sessionId);
    expect((await call(`POST ${CANCEL}`, named)).status).toBe(200);
    const status = await waitFor('the end', async () => {
      const { data } = submissionStatusAnswer.parse((await call(`GET ${STATUS}`, headers)).body);
      return data.status === 'IN_PROGRESS' ? null : data;
    });
    expect(status).toMatchObject({
      status: 'ERROR',
      result: null,
      nextAction: 'EXIT',
      reasonCode: 'CANCELLED_BY_PARTNER',
      captures: [],
    });
    const details = submissionDetailsAnswer.parse((await call(`GET ${DETAILS}`, named)).body).data;
    expect(details).toMatchObject({ status: 'ERROR', reasonCode: 'CANCELLED_BY_PARTNER' });
    expect(details.processedAt).not.toBeNull();
    await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: 'late' });
    expect(refusalOf(await confirm())).toEqual(['409/1557']);
    expect((await call(`POST ${CANCEL}`, named)).status).toBe(200);
  });

  it('refuses details of an unknown session and of another user', async () => {
    const { sessionId } = await open();
    const unknown = await call(`GET ${DETAILS}`, partnerHeaders(randomUUID()));
    expect(refusalOf(unknown)).toEqual(['400/1552']);
    const other = { ...partnerHeaders(sessionId), 'x-partner-user-id': 'user-8' };
    expect(refusalOf(await call(`GET ${DETAILS}`, other))).toEqual(['400/1553']);
  });

  it('lets a browser in once and renews its token from the cookie', async () => {
    const sessionId = randomUUID();
    const initiated = await initiate(sessionId, {
      flow: 'KYC_LITE',
      source: 'WEB_SDK',
      successRedirectionUrl: new URL('/s', samplePartnerUrl).href,
      failureRedirectionUrl: new URL('/f', samplePartnerUrl).href,
    });
    const { data } = initiateFlowAnswer.parse(initiated.body);
    const url = new URL('launchUrl' in data ? data.launchUrl : '');
    const launch = { publicId: url.pathname.slice('/s/'.length), token: url.hash.slice(3) };
    const first = await call('POST /web/v1/launch/exchange', {}, launch);
    expect(launchedSessionAnswer.parse(first.body).data.partnerSessionId).toBe(sessionId);
    const second = await call('POST /web/v1/launch/exchange', {}, launch);
    expect(refusalOf(second)).toEqual(['401/110']);
    const renewed = await call(
      'POST /web/v1/launch/renew',
      { cookie: first.cookie },
      { publicId: launch.publicId },
    );
    const { userToken } = launchedSessionAnswer.parse(renewed.body).data;
    const status = await call(`GET ${STATUS}`, captureHeaders(userToken, sessionId));
    expect(submissionStatusAnswer.parse(status.body).data.captures).toEqual(['KTP', 'SELFIE']);
  });
});
