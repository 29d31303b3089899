import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { partnerTokenAnswer } from '../../../contract/schema/partner-token.js';
import {
  addPartner,
  createApiUnderTest,
  createPartner,
  PUBLIC_URL,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';

const PATH = '/v1/coe/partner/authentication';

describe('Get Partner Token', () => {
  const clientId = randomUUID();
  const passKey = randomUUID();
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await createApiUnderTest();
    await api.credentials.add({
      partner: createPartner(),
      clientId,
      passKey,
      environment: 'PRODUCTION',
    });
  });

  const ask = (headers: Record<string, string>) => supertest(api.app).get(PATH).set(headers);

  it('answers a token of one hour with its numbers as strings', async () => {
    const answer = await ask({ 'client-id': clientId, 'pass-key': passKey }).expect(200);
    const { data } = partnerTokenAnswer.parse(answer.body);
    const issuedAt = api.clock.now().getTime() / 1000;
    expect(data.expiry_seconds).toBe('3600');
    expect(data.expires_at).toBe(String(issuedAt + 3600));
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('signs with ES256 so that the published keys verify it', async () => {
    const answer = await ask({ 'client-id': clientId, 'pass-key': passKey }).expect(200);
    const { token } = partnerTokenAnswer.parse(answer.body).data;
    const published = await supertest(api.app).get('/.well-known/jwks.json').expect(200);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', kid: 'test-1', typ: 'JWT' });
    const { payload } = await jwtVerify(token, createLocalJWKSet(published.body as JSONWebKeySet), {
      issuer: PUBLIC_URL,
      currentDate: api.clock.now(),
    });
    expect(payload).toMatchObject({ sub: clientId, scope: 'partner' });
    expect(JSON.stringify(published.body)).not.toContain('"d"');
  });

  it('counts guesses that come at once like those that come one by one', async () => {
    const guesses = Array.from({ length: 60 }, () =>
      ask({ 'client-id': clientId, 'pass-key': randomUUID() }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    // Two are compared at a time: one may be under way while the last one is counted.
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(21);
    expect(statuses.filter((status) => status === 429 || status === 503).length).toBeGreaterThan(
      38,
    );
  });

  it.each([
    [{}, ['CLIENT_ID_CAN_NOT_BE_EMPTY', 'PASS_KEY_CAN_NOT_BE_EMPTY']],
    [{ 'client-id': 'x' }, ['PASS_KEY_CAN_NOT_BE_EMPTY']],
    [{ 'pass-key': 'x', 'client-id': ' ' }, ['CLIENT_ID_CAN_NOT_BE_EMPTY']],
  ])('answers 400/1539 naming every missing header of %o', async (headers, causes) => {
    const answer = await ask(headers as Record<string, string>).expect(400);
    const { errors } = failureEnvelope.parse(answer.body);
    expect(errors.map(({ cause }) => cause)).toEqual(causes);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['1539']));
  });

  it('answers 401/110 alike for a wrong pass-key and an unknown client', async () => {
    const wrong = await ask({ 'client-id': clientId, 'pass-key': randomUUID() }).expect(401);
    const unknown = await ask({ 'client-id': randomUUID(), 'pass-key': passKey }).expect(401);
    expect(wrong.body).toEqual({
      success: false,
      errors: [{ code: '110', cause: 'UNAUTHORIZED' }],
    });
    expect(unknown.body).toEqual(wrong.body);
  });

  it('refuses the token of a client id that was revoked since', async () => {
    const { token, clientId: revoked } = await addPartner(api);
    api.credentials.revoke(revoked);
    const headers = { 'x-onekyc-token': token, 'x-submission-id': randomUUID() };
    await supertest(api.app).get('/coe/v1/submissions').set(headers).expect(401);
  });
});

describe('the time a refusal takes', () => {
  it('is that of a scrypt comparison also for an unknown client', async () => {
    const api = await createApiUnderTest();
    const ask = () =>
      supertest(api.app)
        .get(PATH)
        .set({ 'client-id': randomUUID(), 'pass-key': randomUUID() })
        .expect(401);
    await ask();
    const start = performance.now();
    await ask();
    // 1.5 GiB of memory traffic: no machine does it in this time, and without it 3 ms are usual.
    expect(performance.now() - start).toBeGreaterThan(25);
  });
});
