import { once } from 'node:events';
import { Agent, createServer, request, validateHeaderValue, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../../contract/schema/envelope.js';
import {
  addPartner,
  createApiUnderTest,
  startSubmission,
  type ApiUnderTest,
} from '../support/api-under-test.js';
import { listDocumentedCalls, type DocumentedCall } from './documented-calls.js';
import {
  changedBytes,
  changedJson,
  changedText,
  hostileJson,
  hostileText,
  writeJson,
} from './hostile.js';
import { expectCleanPrototype, outcomeOf, PERSONAL, settings } from './properties.js';

/** Calls that are answered from memory here, and by a workflow in earnest. */
const CALLS = listDocumentedCalls();

let api: ApiUnderTest;
let server: Server;
let sound: Readonly<Record<string, string>>;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(async () => {
  api = await createApiUnderTest({ settings: { requestsPerMinutePerIp: 1_000_000_000 } });
  const { administration } = api.operators;
  const { key } = await administration.operatorKeys.create('cli:fuzz', 'fuzz');
  await administration.partners.create('cli:fuzz', { code: 'SHOP', name: 'Shop' });
  const { token } = await addPartner(api, {
    environment: 'SANDBOX',
    settings: { requestsPerMinute: 100_000 },
  });
  const started = await startSubmission(api, token, 'session-1', { userId: 'SANDBOX-VALID' });
  sound = {
    ...started.headers,
    'x-submission-id': started.submissionId,
    'x-partner-user-id': 'SANDBOX-VALID',
    'x-partner-user-id-type': 'ACME_USER_ID',
    'x-onboarding-partner': 'ACME-SDK-KTP_SCAN',
    authorization: `Bearer ${key}`,
    partnerToken: token,
  };
  server = createServer(api.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  agent.destroy();
  server.close();
});

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

function send({ method, path, headers, body }: Sent): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    // Of a DELETE the client itself tells no length.
    const framed = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
    const sent = request({ agent, port, method, path, headers: framed }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What a client can put into a header at all. */
const headerValue = (value: string) =>
  outcomeOf(() => {
    validateHeaderValue('x', value);
  }).error === null;

const CALLER_HEADERS = [
  'x-onekyc-token',
  'x-partner-session-id',
  'x-partner-user-id',
  'x-partner-user-id-type',
  'x-onboarding-partner',
  'x-sdk-session-id',
  'x-submission-id',
  'x-request-id',
  'x-forwarded-for',
  'client-id',
  'pass-key',
  'authorization',
  'cookie',
  'origin',
  'accept',
  'range',
  'if-none-match',
  'content-encoding',
  'transfer-coding',
] as const;

const changes = fc.dictionary(
  fc.constantFrom(...CALLER_HEADERS),
  hostileText.map((value) => value.slice(0, 4_000)).filter(headerValue),
  { maxKeys: 3 },
);

const contentType = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
  ),
  hostileText.filter(headerValue),
);

const multipart = changedText(
  '--x\r\ncontent-disposition: form-data; name="selfie"; filename="a.jpg"\r\n\r\n\xff\xd8\xff\r\n--x--\r\n',
);

const part = fc.oneof(
  fc.constantFrom('SHOP', 'ACME', '0198c7f0-0000-7000-8000-000000000001'),
  hostileText,
);

const call: fc.Arbitrary<Sent> = fc.constantFrom(...CALLS).chain((documented) =>
  fc.record({
    method: fc.constant(documented.method.toUpperCase()),
    path: pathOf(documented),
    headers: fc.tuple(changes, contentType, fc.boolean()).map(([changed, type, isPartners]) => {
      const { partnerToken = '', ...base } = sound;
      const token = isPartners ? { 'x-onekyc-token': partnerToken } : {};
      return { ...base, ...token, 'content-type': type, ...changed };
    }),
    body: bodyOf(documented),
  }),
);

function pathOf({ path, query }: DocumentedCall): fc.Arbitrary<string> {
  const parts = fc.array(part, { minLength: 3, maxLength: 3 });
  const asked = fc.dictionary(fc.constantFrom('x', '__proto__', ...query), hostileText, {
    maxKeys: 3,
  });
  return fc.tuple(parts, asked).map(([values, parameters]) => {
    let at = 0;
    const filled = path.replace(/\{\w+\}/g, () => encodeUnits(values[at++] ?? 'x'));
    const search = Object.entries(parameters).map(
      ([name, value]) => `${name}=${encodeUnits(value)}`,
    );
    return search.length === 0 ? filled : `${filled}?${search.join('&')}`.slice(0, 8_000);
  });
}

/** Also of lone surrogates, which `encodeURIComponent` refuses. */
function encodeUnits(text: string): string {
  return encodeURIComponent(text.toWellFormed()) || '%20';
}

function bodyOf({ method, body }: DocumentedCall): fc.Arbitrary<string | Uint8Array> {
  if (method === 'get') return fc.constant('');
  const json = fc
    .oneof(
      { weight: 4, arbitrary: changedJson(body ?? {}) },
      { weight: 1, arbitrary: fc.constant(body) },
      { weight: 1, arbitrary: hostileJson },
    )
    .map(writeJson);
  return fc.oneof(
    { weight: 6, arbitrary: json },
    { weight: 1, arbitrary: json.chain(changedText) },
    { weight: 1, arbitrary: json.chain((text) => changedBytes(Buffer.from(text))) },
    { weight: 1, arbitrary: multipart },
  );
}

function expectContract({ status, headers, text }: Answer): void {
  expect(status).toBeLessThan(500);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-request-id']).toBeDefined();
  if (status < 400) return;
  const { errors } = failureEnvelope.parse(JSON.parse(text));
  expect(errors.length).toBeGreaterThan(0);
  expect(text).not.toContain(PERSONAL);
  expect(text).not.toMatch(/node_modules|\.ts:\d/);
}

describe('the API', () => {
  it('answers whatever is sent to a call by its contract, never by a failure of its own', async () => {
    const taken = new Set<string>();
    await fc.assert(
      fc.asyncProperty(call, async (sent) => {
        const answer = await send(sent);
        expectContract(answer);
        if (answer.status < 300) taken.add(`${sent.method} ${sent.path.split('?', 1).join('')}`);
      }),
      settings({ share: 4 }),
    );
    expectCleanPrototype();
    // Some of it gets past every check: else nothing behind them was tried.
    expect(taken.size).toBeGreaterThan(3);
  });

  it('answers whatever is sent as the two images of a face match by its contract', async () => {
    const image = fc.oneof(
      fc.constant(Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    const name = fc.oneof(fc.constantFrom('selfie', 'reference'), hostileText);
    const file = fc
      .tuple(name, hostileText, image)
      .map(([field, fileName, bytes]) =>
        Buffer.concat([
          Buffer.from(
            `--x\r\ncontent-disposition: form-data; name="${field}"; filename="${fileName}"\r\n\r\n`,
          ),
          bytes,
          Buffer.from('\r\n'),
        ]),
      );
    const whole = fc
      .array(file, { maxLength: 3 })
      .map((files) => Buffer.concat([...files, Buffer.from('--x--\r\n')]));
    const body = fc.oneof(whole, whole.chain(changedBytes));
    await fc.assert(
      fc.asyncProperty(body, hostileText.filter(headerValue), async (bytes, sessionId) => {
        const { partnerToken = '', ...headers } = sound;
        const sent = {
          ...headers,
          'x-onekyc-token': partnerToken,
          'x-partner-session-id': sessionId.slice(0, 300),
          'content-type': 'multipart/form-data; boundary=x',
        };
        const path = '/coe-partner/v1/face-match';
        expectContract(await send({ method: 'POST', path, headers: sent, body: bytes }));
      }),
      settings({ share: 0.7 }),
    );
  });

  it('answers addresses that it does not have by its contract', async () => {
    const path = fc
      .oneof(
        changedText('/coe-partner/v1/submissions/url'),
        changedText('/s/AAAAAAAAAAAAAAAAAAAAAA'),
        changedText('/assets/index.js'),
        changedText('/sdk/web/kenali.js'),
        changedText('/reference/reference.css'),
        hostileText,
      )
      .map((text) => `/${text.replace(/[^\x21-\x7e]/g, encodeUnits)}`.slice(0, 8_000));
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS', 'PATCH', 'DELETE', 'TRACE');
    await fc.assert(
      fc.asyncProperty(path, method, async (at, how) => {
        expectContract(await send({ method: how, path: at, headers: {}, body: '' }));
      }),
      settings(),
    );
  });

  it('has logged nothing of what was sent', () => {
    expect(api.lines.length).toBeGreaterThan(0);
    expect(api.lines.join('')).not.toContain(PERSONAL);
    const failed = api.lines.filter((line) => line.includes('request failed'));
    expect(failed).toEqual([]);
  });

  it('stands bytes that are no HTTP', async () => {
    const { port } = server.address() as AddressInfo;
    const http = Buffer.from(
      'POST /coe-partner/v1/initiate-flow HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}',
    );
    await fc.assert(
      fc.asyncProperty(changedBytes(http), async (bytes) => {
        const socket = connect(port, '127.0.0.1');
        const chunks: Buffer[] = [];
        socket.on('data', (chunk: Buffer) => chunks.push(chunk));
        socket.on('error', () => undefined);
        socket.end(bytes);
        await once(socket, 'close');
        expect(Buffer.concat(chunks).toString('latin1')).not.toMatch(/^HTTP\/1\.1 5/);
      }),
      settings({ share: 0.5 }),
    );
    const alive = await send({ method: 'GET', path: '/livez', headers: {}, body: '' });
    expect(alive.status).toBe(200);
  });
});
