import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyRing } from '../keys/key-ring.js';
import { createLogger } from '../logging/logger.js';
import { createCodecApp, type DecodedPayloads } from './codec-app.js';
import { createEncryptionCodec } from './encryption-codec.js';

const keyRing: KeyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
const codec = createEncryptionCodec(keyRing);
const token = randomBytes(32).toString('hex');
const uiOrigin = 'http://localhost:8233';

let logged: string;
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    logged += chunk.toString();
    done();
  },
});
let recorded: DecodedPayloads[];
let isLogAway: boolean;
const record = (decoded: DecodedPayloads) => {
  if (isLogAway) return Promise.reject(new Error('away'));
  recorded.push(decoded);
  return Promise.resolve();
};
const logger = createLogger('codec', 'info', sink);
let now: Date;
const app = createCodecApp({ codec, token, uiOrigin, record, logger, now: () => now });

const toJson = ({ metadata, data }: Payload) => ({
  metadata: Object.fromEntries(
    Object.entries(metadata ?? {}).map(([name, value]) => [name, encode64(value)]),
  ),
  data: encode64(data!),
});
const encode64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

beforeEach(() => {
  logged = '';
  recorded = [];
  isLogAway = false;
  now = new Date('2026-11-24T08:00:00Z');
});

async function decodeWith(headers: Readonly<Record<string, string>>) {
  const [encrypted] = await codec.encode([defaultPayloadConverter.toPayload('NAMA CONTOH')]);
  return request(app)
    .post('/decode')
    .set({ origin: uiOrigin, 'x-namespace': 'default', ...headers })
    .send({ payloads: [toJson(encrypted!)] });
}

const decode = (authorization: string) => decodeWith({ authorization });

const logIn = (given: string) => request(app).post('/login').type('form').send({ token: given });

async function cookieOf(given: string): Promise<string> {
  const [cookie = ''] = (await logIn(given).expect(200)).get('Set-Cookie') ?? [];
  return cookie.split(';')[0] ?? '';
}

describe('the codec server', () => {
  it('tells the audit log how much was decoded, for whom', async () => {
    await decode(`Bearer ${token}`);
    expect(recorded).toEqual([
      { namespace: 'default', payloads: 1, ip: expect.stringMatching(/127\.0\.0\.1$/) as string },
    ]);
  });

  it('decodes nothing while the audit log cannot be written', async () => {
    isLogAway = true;
    const response = await decode(`Bearer ${token}`);
    expect(response.status).toBe(503);
    expect(response.text).not.toContain('data');
  });

  it('decodes for the holder of the token and leaves a line without the content', async () => {
    const response = await decode(`Bearer ${token}`);
    expect(response.status).toBe(200);
    expect(response.headers['access-control-allow-origin']).toBe(uiOrigin);
    const [payload] = (response.body as { payloads: { data: string }[] }).payloads;
    expect(Buffer.from(payload!.data, 'base64').toString()).toBe('"NAMA CONTOH"');
    expect(logged).toContain('payloads decoded');
    expect(logged).not.toContain('CONTOH');
  });

  it.each(['', 'Bearer wrong', token])('refuses the authorization %j', async (authorization) => {
    const response = await decode(authorization);
    expect(response.status).toBe(401);
    expect(response.text).not.toContain('CONTOH');
  });

  it('answers the preflight of the Temporal UI, and names no other origin', async () => {
    const preflight = (origin: string) => request(app).options('/decode').set({ origin });
    const allowed = await preflight(uiOrigin);
    expect(allowed.status).toBe(204);
    expect(allowed.headers['access-control-allow-headers']).toContain('authorization');
    const foreign = await preflight('https://elsewhere.example');
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    ['a body that is no payload list', { payloads: 'x' }],
    [
      'a payload sealed with another key',
      {
        payloads: [
          { metadata: { encoding: encode64(Buffer.from('binary/encrypted')) }, data: 'AAAA' },
        ],
      },
    ],
  ])('answers 400 to %s', async (_case, body) => {
    const response = await request(app)
      .post('/decode')
      .set('authorization', `Bearer ${token}`)
      .send(body);
    expect(response.status).toBe(400);
  });
});

describe('a browser of an operator', () => {
  it('decodes for the Temporal UI once it was given the token', async () => {
    expect((await decodeWith({})).status).toBe(401);
    const response = await decodeWith({ cookie: await cookieOf(token) });
    expect(response.status).toBe(200);
    expect(response.headers['access-control-allow-credentials']).toBe('true');
    expect(recorded).toHaveLength(1);
  });

  it('keeps no token, for no script and no other site, and eight hours at most', async () => {
    const [cookie = ''] = (await logIn(token)).get('Set-Cookie') ?? [];
    expect(cookie).not.toContain(token);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).toMatch(/; Path=\/decode/);
    const kept = await cookieOf(token);
    now = new Date(now.getTime() + 8 * 3_600_000);
    expect((await decodeWith({ cookie: kept })).status).toBe(401);
  });

  it('is let in by no cookie that another token or nobody has made', async () => {
    const [until, signature] = (await cookieOf(token)).split('.');
    const later = `kenali_codec=${String(Number(until?.split('=')[1]) + 3600)}.${String(signature)}`;
    for (const cookie of [
      later,
      'kenali_codec=',
      'kenali_codec=NaN.',
      'kenali_codec=9999999999.x',
    ]) {
      expect((await decodeWith({ cookie })).status).toBe(401);
    }
  });

  it('decodes for no other page, nor where none is named', async () => {
    const cookie = await cookieOf(token);
    expect((await decodeWith({ cookie, origin: 'https://elsewhere.example' })).status).toBe(401);
    expect((await decodeWith({ cookie, origin: '' })).status).toBe(401);
  });

  it.each(['wrong', '', `${token} `])('is refused with %j, and told so', async (given) => {
    const response = await logIn(given);
    expect(response.status).toBe(401);
    expect(response.get('Set-Cookie')).toBeUndefined();
    expect(response.text).toContain('KENALI_CODEC_TOKEN');
  });

  it('is asked by a page that nobody frames and that runs no script', async () => {
    const page = await request(app).get('/login').expect(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.text).toContain('type="password"');
  });
});
