import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { partnerTokenAnswer } from '../../../contract/schema/partner-token.js';
import {
  createApiUnderTest,
  createPartner,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';

describe('Generate User Token', () => {
  const clientId = randomUUID();
  const passKey = randomUUID();
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await createApiUnderTest();
    const partner = createPartner({ settings: { lifetimes: { userToken: 900 } } });
    await api.credentials.add({ partner, clientId, passKey, environment: 'SANDBOX' });
  });

  const complete = {
    'client-id': clientId,
    'pass-key': passKey,
    'x-onboarding-partner': 'ACME-SDK-KTP_SCAN',
    'x-partner-user-id': 'SANDBOX-VALID',
    'x-partner-user-id-type': 'ACME_USER_ID',
  };
  const ask = (changed: Record<string, string> = {}) =>
    supertest(api.app)
      .get('/v2/coe/authentication')
      .set({ ...complete, ...changed });
  const errorsOf = (answer: { body: unknown }) =>
    failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);

  it('answers like a partner token, for as long as a user token lasts', async () => {
    const { data } = partnerTokenAnswer.parse((await ask().expect(200)).body);
    expect(data.expiry_seconds).toBe('900');
    expect(data.expires_at).toBe(String(api.clock.now().getTime() / 1000 + 900));
  });

  it('keeps the person out of the token', async () => {
    const { data } = partnerTokenAnswer.parse((await ask().expect(200)).body);
    const [grant] = api.userGrants.all();
    expect(decodeJwt(data.token)).toMatchObject({ scope: 'grant', sub: grant!.id });
    expect(JSON.stringify(decodeJwt(data.token))).not.toMatch(/SANDBOX-VALID|ACME/);
    expect(grant).toMatchObject({
      partnerCode: 'ACME',
      environment: 'SANDBOX',
      partnerUserId: 'SANDBOX-VALID',
      partnerUserIdType: 'ACME_USER_ID',
    });
    expect(api.lines.join('')).not.toContain('SANDBOX-VALID');
  });

  it.each([
    ['client-id', 'CLIENT_ID'],
    ['pass-key', 'PASS_KEY'],
    ['x-onboarding-partner', 'ONBOARDING_PARTNER'],
    ['x-partner-user-id', 'PARTNER_USER_ID'],
    ['x-partner-user-id-type', 'PARTNER_USER_ID_TYPE'],
  ])('answers 400/1539 without %s', async (header, name) => {
    expect(errorsOf(await ask({ [header]: '' }).expect(400))).toEqual([
      `1539 ${name}_CAN_NOT_BE_EMPTY`,
    ]);
  });

  it('answers 401/110 to wrong credentials', async () => {
    for (const wrong of [{ 'pass-key': randomUUID() }, { 'client-id': randomUUID() }]) {
      expect(errorsOf(await ask(wrong).expect(401))).toEqual(['110 UNAUTHORIZED']);
    }
    expect(api.userGrants.all()).toEqual([]);
  });

  it.each(['SHOP-SDK-KTP_SCAN', 'ACME', 'ACME-SDK', 'ACMEX-SDK-KTP_SCAN'])(
    'answers 403/110 to the onboarding partner %s',
    async (onboardingPartner) => {
      const answer = await ask({ 'x-onboarding-partner': onboardingPartner }).expect(403);
      expect(errorsOf(answer)).toEqual(['110 ONBOARDING_PARTNER_DOES_NOT_BELONG_TO_CLIENT']);
    },
  );

  it('refuses a mistyped sandbox user', async () => {
    const answer = await ask({ 'x-partner-user-id': 'SANDBOX-TYPO' }).expect(400);
    expect(errorsOf(answer)).toEqual(['1540 INVALID_PARTNER_USER_ID']);
  });
});
