import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../contract/schema/envelope.js';
import {
  createApiUnderTest,
  createPartner,
  type ApiUnderTest,
} from '../test/support/api-under-test.js';

const PARTNER_TOKEN = '/v1/coe/partner/authentication';
const USER_TOKEN = '/v2/coe/authentication';
const DETAILS = '/coe/v1/submissions';
const KEYS = '/.well-known/jwks.json';

/** A route answers 400 for want of headers; 404 is none at all. */
async function statusOf(api: ApiUnderTest, path: string, host: string): Promise<number> {
  return (await supertest(api.app).get(path).set('host', host)).status;
}

describe('two gateways', () => {
  let api: ApiUnderTest;
  beforeEach(async () => {
    api = await createApiUnderTest({
      settings: {
        publicUrl: 'https://kyc.example.com',
        tokenGatewayUrl: 'https://token.example.com',
      },
    });
  });

  it.each([
    ['token.example.com', PARTNER_TOKEN, 400],
    ['token.example.com', USER_TOKEN, 400],
    ['TOKEN.example.com', PARTNER_TOKEN, 400],
    ['token.example.com', KEYS, 200],
    ['token.example.com', '/livez', 200],
    ['token.example.com', DETAILS, 404],
    ['token.example.com', `/s/${'a'.repeat(22)}`, 404],
    ['kyc.example.com', PARTNER_TOKEN, 404],
    ['kyc.example.com', '/V1/COE/partner/authentication/', 404],
    ['kyc.example.com', USER_TOKEN, 404],
    ['kyc.example.com', KEYS, 200],
    ['kyc.example.com', '/livez', 200],
    ['kyc.example.com', DETAILS, 400],
    ['api:8080', PARTNER_TOKEN, 400],
    ['api:8080', DETAILS, 400],
    ['127.0.0.1', PARTNER_TOKEN, 400],
  ])('answer at %s to %s with %i', async (host, path, status) => {
    await expect(statusOf(api, path, host)).resolves.toBe(status);
  });

  it('say that the address is the wrong one', async () => {
    const answer = await supertest(api.app).get(DETAILS).set('host', 'token.example.com');
    expect(failureEnvelope.parse(answer.body).errors).toMatchObject([
      { code: '404', cause: 'NOT_FOUND', message: expect.stringContaining('address') as string },
    ]);
  });

  it('go by the host that a trusted proxy passes on, and by no other', async () => {
    const settings = {
      publicUrl: 'https://kyc.example.com',
      tokenGatewayUrl: 'https://token.example.com',
    };
    const ask = async (trustedProxies: number) => {
      const { app } = await createApiUnderTest({ settings: { ...settings, trustedProxies } });
      const headers = { host: 'api', 'x-forwarded-host': 'token.example.com' };
      return (await supertest(app).get(DETAILS).set(headers)).status;
    };
    await expect(ask(1)).resolves.toBe(404);
    await expect(ask(0)).resolves.toBe(400);
  });
});

it.each([null, 'http://127.0.0.1:8080/'])(
  'one origin, with a token gateway of %s, answers everything at any host',
  async (tokenGatewayUrl) => {
    const api = await createApiUnderTest({ settings: { tokenGatewayUrl } });
    for (const host of ['127.0.0.1:8080', 'elsewhere.example']) {
      await expect(statusOf(api, PARTNER_TOKEN, host)).resolves.toBe(400);
      await expect(statusOf(api, DETAILS, host)).resolves.toBe(400);
    }
  },
);

it('a token of the token gateway is issued by the public address', async () => {
  const tokenGatewayUrl = 'http://token.example.com';
  const api = await createApiUnderTest({ settings: { tokenGatewayUrl } });
  const clientId = randomUUID();
  const passKey = randomUUID();
  const partner = createPartner();
  await api.credentials.add({ partner, clientId, passKey, environment: 'PRODUCTION' });
  const answer = await supertest(api.app)
    .get(PARTNER_TOKEN)
    .set({ host: 'token.example.com', 'client-id': clientId, 'pass-key': passKey })
    .expect(200);
  const { token } = (answer.body as { data: { token: string } }).data;
  await supertest(api.app)
    .get(DETAILS)
    .set({ host: '127.0.0.1:8080', 'x-onekyc-token': token, 'x-submission-id': randomUUID() })
    .expect(400);
});
