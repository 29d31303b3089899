import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureEnvelope } from '../contract/schema/envelope.js';
import { StoreError } from '../db/store-error.js';
import {
  addPartner,
  createApiUnderTest,
  initiate,
  STORAGE_PUBLIC_URL,
  type ApiUnderTest,
} from '../test/support/api-under-test.js';

const INITIATE = '/coe-partner/v1/initiate-flow';

describe('every answer', () => {
  let api: ApiUnderTest;
  let token: string;
  beforeEach(async () => {
    api = await createApiUnderTest();
    ({ token } = await addPartner(api));
  });
  const errorOf = (answer: { body: unknown }) => failureEnvelope.parse(answer.body).errors[0]!;

  it('to an unknown path is 404 in the contract’s envelope', async () => {
    for (const path of ['/', '/coe/v9/x', '/s/short', '/index.html']) {
      const answer = await supertest(api.app).get(path).expect(404);
      expect(errorOf(answer)).toEqual({ code: '404', cause: 'NOT_FOUND' });
    }
  });

  it('to a body that is not JSON is 400 and quotes nothing of it', async () => {
    const answer = await supertest(api.app)
      .post(INITIATE)
      .set('content-type', 'application/json')
      .send('{"flow": "3171234567890123')
      .expect(400);
    expect(errorOf(answer)).toEqual({ code: '1540', cause: 'INVALID_REQUEST_BODY' });
    expect(answer.text + api.lines.join('')).not.toContain('3171234567890123');
  });

  it('to a body above 64 KB is 413', async () => {
    const body = { padding: 'x'.repeat(65 * 1024) };
    const answer = await supertest(api.app).post(INITIATE).send(body).expect(413);
    expect(errorOf(answer)).toEqual({ code: '413', cause: 'REQUEST_BODY_TOO_LARGE' });
  });

  it('to a body in an unknown encoding is 415', async () => {
    const answer = await supertest(api.app)
      .post(INITIATE)
      .set('content-type', 'application/json')
      .set('content-encoding', 'bogus')
      .send('{}')
      .expect(415);
    expect(errorOf(answer)).toEqual({ code: '415', cause: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  it('carries a request id of ours, or the caller’s when it is a UUID', async () => {
    const ask = (id: string) => supertest(api.app).get('/livez').set('x-request-id', id);
    const own = '0a751100-8073-493e-9631-f99270c5eed2';
    expect((await ask(own)).headers['x-request-id']).toBe(own);
    expect((await ask('user-3171234567890123')).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('may not be cached and tells browsers what the page may do', async () => {
    const { headers } = await supertest(api.app).get('/livez').expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'permissions-policy':
        'camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()',
      'x-content-type-options': 'nosniff',
    });
    const policy = headers['content-security-policy']!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ${STORAGE_PUBLIC_URL}`);
    expect(policy).toContain("img-src 'self' blob: data:");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    // On plain http neither could be followed.
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('to an unexpected failure is 500/900 with an error id that the log knows', async () => {
    api.runs.failWith(new Error('NIK 3171234567890123 of user-7'));
    const answer = await initiate(api.app, { token }).expect(500);
    const error = errorOf(answer);
    expect(error).toMatchObject({ code: '900', cause: 'GENERIC_SERVICE_ERROR' });
    const errorId = /Error id ([0-9a-f-]{36})/.exec(error.message!)![1]!;
    const logged = api.lines.find((line) => line.includes(errorId));
    expect(logged).toContain(answer.headers['x-request-id']);
    expect(logged).toContain('app.test.ts');
    expect(answer.text + api.lines.join('')).not.toContain('3171234567890123');
  });

  it('while the database is away is 503/900 with Retry-After', async () => {
    api.runs.failWith(new StoreError('finding', 'ECONNREFUSED', null));
    const answer = await initiate(api.app, { token }).expect(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect(errorOf(answer)).toMatchObject({ code: '900', cause: 'GENERIC_SERVICE_ERROR' });
  });
});

const loggedRequest = z.object({ req: z.object({ path: z.string() }) });

describe('the log', () => {
  it('has a line for each request without headers, query, body or anything personal', async () => {
    const api = await createApiUnderTest();
    const { token } = await addPartner(api);
    const headers = {
      'x-partner-session-id': 'session-secret',
      'x-partner-user-id': 'user-secret',
      'x-sdk-session-id': 'sdk-secret',
      cookie: 'kenali_x=cookie-secret',
      authorization: 'Bearer authorization-secret',
    };
    await initiate(api.app, { token, headers }).expect(200);
    await initiate(api.app, { token, headers, body: { flow: 'flow-secret' } }).expect(400);
    await supertest(api.app)
      .get('/coe-partner/v1/submissions/url?submissionType=query-secret&t=token-secret')
      .set({ ...headers, 'x-onekyc-token': token })
      .expect(403);
    await supertest(api.app)
      .get('/v1/coe/partner/authentication')
      .set({ 'client-id': 'client-secret', 'pass-key': 'pass-secret' })
      .expect(401);
    const log = api.lines.join('');
    expect(api.lines).toHaveLength(4);
    expect(log).not.toContain('secret');
    expect(log).not.toContain(token);
    const [submission] = api.submissions.all();
    expect(JSON.parse(api.lines[0]!)).toMatchObject({
      process: 'api',
      req: { method: 'POST', path: INITIATE },
      res: { statusCode: 200 },
      partnerCode: 'ACME',
      submissionId: submission!.id,
      requestId: expect.any(String) as string,
    });
    expect(JSON.parse(api.lines[1]!)).toMatchObject({ causes: ['INVALID_FLOW'] });
  });

  it('tells a path by the names of its route, and nothing of one that a caller made up', async () => {
    const api = await createApiUnderTest();
    const { operatorKeys } = api.operators.administration;
    const { key } = await operatorKeys.create('cli:tester', 'ops');
    const get = (path: string) =>
      supertest(api.app).get(path).set('authorization', `Bearer ${key}`);
    await get('/operator/v1/partners/3171011708900001/keys');
    await get('/operator/v1/partners/3171011708900001');
    await get('/coe/v1/submissions/3171011708900001');
    await get('/operator/v1/3171011708900001');
    await get('/3171011708900001/coe?nik=3171011708900001');
    await get('/coe-partner/v1/submissions/urls');
    await get('/.well-known/jwks.json');
    await get('/operator/v1/partners/3171011708900001/');
    await get('/s/3171011708900001/');
    await get('/reference/3171011708900001/');
    await get('/coe-partner/v1/submissions/urls/');
    const paths = api.lines.map((line) => loggedRequest.parse(JSON.parse(line)).req.path);
    expect(paths).toEqual([
      '/operator/v1/partners/:code/keys',
      '/operator/v1/partners/:code',
      '/coe/…',
      '/operator/…',
      '/…',
      '/coe-partner/v1/submissions/urls',
      '/.well-known/jwks.json',
      '/operator/v1/partners/:code',
      '/s/:publicId',
      '/reference/:file',
      '/coe-partner/v1/submissions/urls/',
    ]);
    expect(api.lines.join('')).not.toContain('3171011708900001');
  });

  it('leaves probes out', async () => {
    const api = await createApiUnderTest();
    await supertest(api.app).get('/livez').expect(200);
    await supertest(api.app).get('/readyz').expect(200);
    expect(api.lines).toEqual([]);
  });
});

describe('probes', () => {
  it('say what is not available', async () => {
    const readiness = {
      database: () => Promise.resolve(),
      temporal: () => Promise.reject(new Error('away')),
    };
    const api = await createApiUnderTest({ readiness });
    await supertest(api.app).get('/livez').expect(200);
    const answer = await supertest(api.app).get('/readyz').expect(503);
    expect(answer.body).toEqual({ status: 'down', checks: { database: 'up', temporal: 'down' } });
  });
});

describe('the capture app', () => {
  let webRoot: string;
  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'kenali-web-'));
    await mkdir(join(webRoot, 'assets'));
    await writeFile(join(webRoot, 'index.html'), '<title>Kenali</title>');
    await writeFile(join(webRoot, 'assets', 'main-1a2b.js'), 'export {};');
  });
  afterAll(() => rm(webRoot, { recursive: true }));

  const page = `/s/${'a'.repeat(22)}`;

  it('is served at every launch address and asked for anew each time', async () => {
    const { app } = await createApiUnderTest({ webRoot });
    const answer = await supertest(app).get(page).expect(200);
    expect(answer.text).toContain('<title>Kenali</title>');
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  it('has assets that are kept for good', async () => {
    const { app } = await createApiUnderTest({ webRoot });
    const answer = await supertest(app).get('/assets/main-1a2b.js').expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const missing = await supertest(app).get('/assets/none.js').expect(404);
    expect(missing.headers['cache-control']).toBe('no-store');
  });

  it('has nothing at the folder of its assets', async () => {
    const { app } = await createApiUnderTest({ webRoot });
    const answer = await supertest(app).get('/assets').expect(404);
    expect(answer.body).toMatchObject({ errors: [{ cause: 'NOT_FOUND' }] });
  });

  it('has its files in the log by their own names, and nothing that an address says besides', async () => {
    const api = await createApiUnderTest({ webRoot });
    await supertest(api.app).get('/assets/main-1a2b.js').expect(200);
    await supertest(api.app).get('/assets/3171011708900001/../main-1a2b.js').expect(200);
    await supertest(api.app).get('/assets/%6dain-1a2b.js').expect(200);
    const paths = api.lines.map((line) => loggedRequest.parse(JSON.parse(line)).req.path);
    expect(paths).toEqual(['/assets/main-1a2b.js', '/assets/…', '/assets/…']);
  });

  it('that was not built is a failure that the log explains', async () => {
    const api = await createApiUnderTest({ webRoot: join(webRoot, 'nowhere') });
    await supertest(api.app).get(page).expect(500);
    expect(api.lines.join('')).toContain('npm run build:web');
  });
});
