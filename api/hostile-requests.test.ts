import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../contract/schema/envelope.js';
import {
  addPartner,
  createApiUnderTest,
  initiate,
  startSubmission,
  type ApiUnderTest,
  type StartedSubmission,
} from '../test/support/api-under-test.js';

const INITIATE = '/coe-partner/v1/initiate-flow';
const UPLOADS = '/coe-partner/v1/submissions/url';

let api: ApiUnderTest;
let token: string;

beforeEach(async () => {
  api = await createApiUnderTest();
  ({ token } = await addPartner(api));
});

const errorsOf = (answer: { body: unknown }) =>
  failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);

/** Sends bytes that no HTTP client would, and gives back the answer's. */
async function sendRaw(request: string): Promise<string> {
  const server = createServer(api.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(Buffer.from(request, 'latin1'));
  await once(socket, 'close');
  server.close();
  return Buffer.concat(chunks).toString('latin1');
}

function rawInitiate(headers: string): string {
  const body = '{"flow":"KTP_SCAN","source":"SDK"}';
  return [
    `POST ${INITIATE} HTTP/1.1`,
    'host: 127.0.0.1',
    'connection: close',
    'content-type: application/json',
    `content-length: ${String(body.length)}`,
    `x-onekyc-token: ${token}`,
    'x-onboarding-partner: ACME-SDK-KTP_SCAN',
    'x-partner-user-id-type: ACME_USER_ID',
    headers,
    '',
    body,
  ].join('\r\n');
}

describe('headers', () => {
  it('that carry line breaks add nothing to the answer or the log', async () => {
    const evil = 'x-partner-session-id: s\r\nset-cookie: evil=1\r\nx-request-id: evil';
    const answer = await sendRaw(rawInitiate(`${evil}\r\nx-partner-user-id: user-7`));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer.toLowerCase()).not.toMatch(/set-cookie|evil/);
    expect(api.lines.join('')).not.toContain('evil');
    const [submission] = api.submissions.all();
    expect(submission).toMatchObject({ partnerSessionId: 's' });
  });

  it.each(['x-partner-session-id: a\rb', 'x-partner-session-id: a\0b', 'x partner: a'])(
    'that HTTP does not allow are refused before they reach us: %j',
    async (header) => {
      const answer = await sendRaw(rawInitiate(`${header}\r\nx-partner-user-id: user-7`));
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(api.submissions.all()).toEqual([]);
    },
  );

  it('with percent-encoded line breaks stay one value', async () => {
    const headers = { 'x-partner-session-id': 's%0d%0aset-cookie:%20evil=1' };
    const answer = await initiate(api.app, { token, headers }).expect(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it.each(['x-partner-session-id', 'x-partner-user-id', 'x-partner-user-id-type'] as const)(
    '%s is refused when it is very long or not ASCII',
    async (name) => {
      const cause = `1540 INVALID_${name.slice(2).toUpperCase().replaceAll('-', '_')}`;
      for (const value of ['x'.repeat(256), 'Andr\u00e9', '\u00a0\u00ff', 'a\tb']) {
        const answer = await initiate(api.app, { token, headers: { [name]: value } }).expect(400);
        expect(errorsOf(answer)).toEqual([cause]);
      }
      await initiate(api.app, { token, headers: { [name]: 'x'.repeat(255) } }).expect(200);
    },
  );

  it('of 20 KB in all are refused by the server itself', async () => {
    const long = `x-partner-session-id: ${'x'.repeat(20_000)}`;
    const answer = await sendRaw(rawInitiate(`${long}\r\nx-partner-user-id: user-7`));
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it.each([
    ['x-partner-session-id', 'PARTNER_SESSION_ID'],
    ['x-partner-user-id', 'PARTNER_USER_ID'],
    ['x-onekyc-token', 'ONEKYC_TOKEN'],
  ])('that come twice are refused: %s', async (name, wireName) => {
    const both = `${name}: one\r\n${name}: two`;
    const ids = 'x-partner-session-id: s\r\nx-partner-user-id: user-7';
    const answer = await sendRaw(rawInitiate(`${ids}\r\n${both}`));
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain(`INVALID_${wireName}`);
    expect(api.submissions.all()).toEqual([]);
  });
});

describe('query strings', () => {
  let started: StartedSubmission;
  beforeEach(async () => {
    started = await startSubmission(api, token);
  });

  it.each([
    ['?submissionType=KTP_SCAN&submissionType=KYC_LITE', '1540 INVALID_SUBMISSION_TYPE'],
    ['?submissionType=KTP_SCAN&submissionType=KTP_SCAN', '1540 INVALID_SUBMISSION_TYPE'],
    ['?submissionType[]=KTP_SCAN', '1550 SUBMISSION_TYPE_CAN_NOT_BE_EMPTY'],
    ['?submissionType[$ne]=x', '1550 SUBMISSION_TYPE_CAN_NOT_BE_EMPTY'],
    ['?submissionType[__proto__][x]=1', '1550 SUBMISSION_TYPE_CAN_NOT_BE_EMPTY'],
    ['?__proto__[submissionType]=KTP_SCAN', '1550 SUBMISSION_TYPE_CAN_NOT_BE_EMPTY'],
    ["?submissionType=KTP_SCAN'%20or%201=1--", '1540 INVALID_SUBMISSION_TYPE'],
    ['?submissionType=ktp_scan', '1540 INVALID_SUBMISSION_TYPE'],
    ['?submissionType=toString', '1540 INVALID_SUBMISSION_TYPE'],
    ['?submissionType=KTP_SCAN%00', '1540 INVALID_SUBMISSION_TYPE'],
    ['?submissionType=%E0%A4%A', '1540 INVALID_SUBMISSION_TYPE'],
  ])('such as %s are refused', async (query, error) => {
    const answer = await supertest(api.app).get(`${UPLOADS}${query}`).set(started.headers);
    expect(answer.status).toBe(400);
    expect(errorsOf(answer)).toEqual([error]);
  });

  it('with more besides are taken as they are meant', async () => {
    await supertest(api.app)
      .get(`${UPLOADS}?submissionType=KTP_SCAN&x[a][b]=1&constructor=1&__proto__=1`)
      .set(started.headers)
      .expect(200);
  });
});

describe('paths', () => {
  it.each([
    '/coe-partner/v1/submissions/../../../etc/passwd',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/s/%2e%2e%2fetc',
    '/%',
    '//evil.example/x',
  ])('such as %s lead nowhere', async (path) => {
    const answer = await supertest(api.app).get(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('kenali"');
  });
});
