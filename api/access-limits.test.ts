import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { failureEnvelope } from '../contract/schema/envelope.js';
import {
  addPartner,
  createApiUnderTest,
  createPartner,
  initiate,
  startSubmission,
  type ApiUnderTest,
} from '../test/support/api-under-test.js';

const TOKEN = '/v1/coe/partner/authentication';
const DETAILS = '/coe/v1/submissions';
const LISTED = '203.0.113.7';
const FOREIGN = '198.51.100.9';

const errorsOf = (answer: { body: unknown }) => failureEnvelope.parse(answer.body).errors;

/** Calls come through one proxy, which tells the address. */
const behindProxy = () => createApiUnderTest({ settings: { trustedProxies: 1 } });

describe('the IP list of a partner', () => {
  async function setUp(environment: 'PRODUCTION' | 'SANDBOX' = 'PRODUCTION') {
    const api = await behindProxy();
    const settings = { ipAllowList: ['203.0.113.0/24'] };
    const { token } = await addPartner(api, { settings, environment });
    const readDetails = (address: string) =>
      supertest(api.app)
        .get(DETAILS)
        .set({ 'x-onekyc-token': token, 'x-submission-id': randomUUID() })
        .set('x-forwarded-for', address);
    return { api, token, settings, readDetails };
  }

  it('lets calls from it pass and refuses others without telling their address', async () => {
    const { readDetails, api } = await setUp();
    expect(errorsOf(await readDetails(LISTED).expect(400))[0]!.code).toBe('1552');
    const refused = await readDetails(FOREIGN).expect(403);
    expect(errorsOf(refused)).toMatchObject([
      { code: '903', cause: 'FORBIDDEN', message: expect.stringContaining('IP list') as string },
    ]);
    expect(refused.text + api.lines.join('')).not.toContain(FOREIGN);
  });

  it('judges an IPv4 address that is mapped into IPv6 as IPv4', async () => {
    const { readDetails } = await setUp();
    await readDetails(`::ffff:${LISTED}`).expect(400);
    await readDetails(`::ffff:${FOREIGN}`).expect(403);
  });

  it('is judged at initiate too', async () => {
    const { api, token } = await setUp();
    const headers = { 'x-forwarded-for': FOREIGN };
    await initiate(api.app, { token, headers }).expect(403);
    expect(api.submissions.all()).toEqual([]);
  });

  it('is judged at token calls, for who knows the pass-key', async () => {
    const { api, settings } = await setUp();
    const clientId = randomUUID();
    const passKey = randomUUID();
    const partner = createPartner({ settings });
    await api.credentials.add({ partner, clientId, passKey, environment: 'PRODUCTION' });
    const ask = (key: string, address: string) =>
      supertest(api.app)
        .get(TOKEN)
        .set({ 'client-id': clientId, 'pass-key': key, 'x-forwarded-for': address });
    await ask(passKey, LISTED).expect(200);
    expect(errorsOf(await ask(passKey, FOREIGN).expect(403))[0]!.cause).toBe('FORBIDDEN');
    await ask(randomUUID(), FOREIGN).expect(401);
  });

  it('is not judged for sandbox credentials, nor for people', async () => {
    const { readDetails } = await setUp('SANDBOX');
    await readDetails(FOREIGN).expect(400);
    const open = await setUp();
    const headers = { 'x-forwarded-for': LISTED, 'x-partner-session-id': 's' };
    const answer = await initiate(open.api.app, { token: open.token, headers }).expect(200);
    const { token } = (answer.body as { data: { token: string } }).data;
    await supertest(open.api.app)
      .get('/coe-partner/v1/submissions/status')
      .set({ 'x-onekyc-token': token, 'x-partner-session-id': 's', 'x-sdk-session-id': 'sdk' })
      .set('x-forwarded-for', FOREIGN)
      .expect(200);
  });

  it('cannot be got around by a header that no proxy wrote', async () => {
    const api = await createApiUnderTest();
    const settings = { ipAllowList: ['203.0.113.0/24'] };
    const { token } = await addPartner(api, { settings });
    await supertest(api.app)
      .get(DETAILS)
      .set({ 'x-onekyc-token': token, 'x-submission-id': randomUUID() })
      .set({ 'x-forwarded-for': LISTED, 'x-real-ip': LISTED, forwarded: `for=${LISTED}` })
      .expect(403);
  });
});

describe('rate limits', () => {
  function expectTooMany(answer: supertest.Response): void {
    expect(answer.status).toBe(429);
    expect(errorsOf(answer)).toEqual([{ code: '429', cause: 'TOO_MANY_REQUESTS' }]);
    const seconds = Number(answer.headers['retry-after']);
    expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60).toBe(true);
  }

  it('of an address hold before anything is known about the caller', async () => {
    const api = await createApiUnderTest({
      settings: { trustedProxies: 1, requestsPerMinutePerIp: 2 },
    });
    const ask = (address: string) =>
      supertest(api.app).get(DETAILS).set('x-forwarded-for', address);
    await ask(LISTED).expect(400);
    await ask(LISTED).expect(400);
    expectTooMany(await ask(LISTED));
    await ask(FOREIGN).expect(400);
  });

  it('do not hold for health, the capture page and its assets', async () => {
    const webRoot = await mkdtemp(join(tmpdir(), 'kenali-web-'));
    await writeFile(join(webRoot, 'index.html'), '<title>Kenali</title>');
    const api = await createApiUnderTest({ webRoot, settings: { requestsPerMinutePerIp: 1 } });
    for (const path of ['/livez', '/livez', `/s/${'a'.repeat(22)}`, `/s/${'a'.repeat(22)}`]) {
      await supertest(api.app).get(path).expect(200);
    }
    await rm(webRoot, { recursive: true });
  });

  it('of a partner count its partner tokens alone', async () => {
    const api = await createApiUnderTest();
    const { token } = await addPartner(api, { settings: { requestsPerMinute: 2 } });
    const other = await addPartner(api, { code: 'SHOP' });
    const { headers } = await startSubmission(api, token);
    const readStatus = (sent: object) =>
      supertest(api.app)
        .get('/coe-partner/v1/submissions/status')
        .set({ ...headers, ...sent });
    await readStatus({ 'x-onekyc-token': token }).expect(200);
    expectTooMany(await readStatus({ 'x-onekyc-token': token }));
    await readStatus({}).expect(200);
    await readStatus({ 'x-onekyc-token': other.token }).expect(400);
  });

  it('of wrong pass-keys refuse even the right one for a while', async () => {
    const api: ApiUnderTest = await createApiUnderTest();
    const clientId = randomUUID();
    const passKey = randomUUID();
    const partner = createPartner();
    await api.credentials.add({ partner, clientId, passKey, environment: 'PRODUCTION' });
    const ask = (key: string) =>
      supertest(api.app).get(TOKEN).set({ 'client-id': clientId, 'pass-key': key });
    await ask(passKey).expect(200);
    for (let guess = 0; guess < 20; guess += 1) await ask(randomUUID()).expect(401);
    expectTooMany(await ask(passKey));
  });
});
