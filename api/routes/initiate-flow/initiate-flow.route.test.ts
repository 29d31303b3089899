import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../contract/submission-policy.js';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { initiateFlowAnswer } from '../../../contract/schema/initiate-flow.js';
import {
  addPartner,
  createApiUnderTest,
  initiate,
  PUBLIC_URL,
  type ApiUnderTest,
  type InitiateCall,
} from '../../../test/support/api-under-test.js';
import { serviceUnavailable } from '../../errors.js';

const REDIRECTS = {
  successRedirectionUrl: 'https://acme.example/done?cart=7',
  failureRedirectionUrl: 'https://acme.example/sorry',
};

describe('Initiate Flow', () => {
  let api: ApiUnderTest;
  let token: string;

  beforeEach(async () => {
    api = await createApiUnderTest();
    const settings = { redirectOrigins: ['https://acme.example'] };
    ({ token } = await addPartner(api, { settings }));
  });

  const call = (changed: Partial<InitiateCall> = {}) => initiate(api.app, { token, ...changed });
  const dataOf = (answer: { body: unknown }) => initiateFlowAnswer.parse(answer.body).data;

  it('answers source SDK with a user token for the submission alone', async () => {
    const data = dataOf(await call().expect(200));
    const [submission] = api.submissions.all();
    expect(data).toMatchObject({ expiry_seconds: '3600' });
    expect('token' in data && decodeJwt(data.token)).toMatchObject({
      iss: PUBLIC_URL,
      sub: submission!.id,
      scope: 'user',
    });
  });

  it('answers source WEB_SDK with a launch URL whose token is in the fragment', async () => {
    const data = dataOf(await call({ body: { source: 'WEB_SDK', ...REDIRECTS } }).expect(200));
    const [submission] = api.submissions.all();
    const url = new URL('launchUrl' in data ? data.launchUrl : '');
    expect(url.origin).toBe(PUBLIC_URL);
    expect(url.pathname).toBe(`/s/${submission!.publicId}`);
    expect(url.hash).toMatch(/^#t=[\w-]{43}$/);
    expect(url.search).toBe('');
    expect(data.expires_at).toBe(String(api.clock.now().getTime() / 1000 + 1800));
    expect(submission).toMatchObject(REDIRECTS);
  });

  it.each([
    ['KTP_SCAN', ['KTP']],
    ['KYC_LITE', ['KTP', 'SELFIE']],
  ])('starts the workflow of %s and awaits %o', async (flow, captures) => {
    await call({ body: { flow } }).expect(200);
    const [submission] = api.submissions.all();
    expect(submission).toMatchObject({ flow, awaiting: captures, status: 'IN_PROGRESS' });
    expect(api.runs.started).toEqual([
      {
        flow,
        submissionId: submission!.id,
        partnerCode: 'ACME',
        expiresAt: new Date(api.clock.now().getTime() + 86_400_000).toISOString(),
        finalAction: 'STATUS',
        policy: { ...DEFAULT_POLICY, allowFileUpload: true },
      },
    ]);
  });

  it('ends with EXIT for a partner that shows the result itself', async () => {
    ({ token } = await addPartner(api, { code: 'OWN', settings: { resultScreen: 'PARTNER' } }));
    await call({ headers: { 'x-onboarding-partner': 'OWN-SDK-KTP_SCAN' } }).expect(200);
    expect(api.runs.started[0]).toMatchObject({ finalAction: 'EXIT' });
  });

  it.each([
    [{ userLocale: 'en_ID' }, 'en_ID'],
    [{ additionalDetails: { userLocale: 'en_US' } }, 'en_US'],
    [{ userLocale: 'id_ID', additionalDetails: { userLocale: 'en_US' } }, 'id_ID'],
    [{}, 'id_ID'],
  ])('takes the locale of %o', async (body, locale) => {
    await call({ body }).expect(200);
    expect(api.submissions.all()[0]).toMatchObject({ userLocale: locale });
  });

  it('takes the theme and uses the partner’s redirection URLs where none is given', async () => {
    const defaults = {
      successRedirectionUrl: 'https://acme.example/s',
      failureRedirectionUrl: 'https://acme.example/f',
    };
    ({ token } = await addPartner(api, { settings: defaults }));
    const body = { source: 'WEB_SDK', theme: 'DARK_MODE', additionalDetails: { allowQr: true } };
    await call({ body }).expect(200);
    expect(api.submissions.all()[0]).toMatchObject({ theme: 'DARK_MODE', ...defaults });
  });

  describe('repeated with the same partner session id', () => {
    it('gives the same submission a fresh launch URL', async () => {
      const body = { source: 'WEB_SDK', ...REDIRECTS };
      const first = dataOf(await call({ body }).expect(200));
      const second = dataOf(await call({ body }).expect(200));
      expect(api.submissions.all()).toHaveLength(1);
      expect('launchUrl' in second && 'launchUrl' in first && second.launchUrl).not.toBe(
        'launchUrl' in first && first.launchUrl,
      );
    });

    it('does not mind the order of the members', async () => {
      await call({ body: { theme: 'DARK_MODE', userLocale: 'id_ID' } }).expect(200);
      await call({ body: { userLocale: 'id_ID', theme: 'DARK_MODE' } }).expect(200);
      expect(api.submissions.all()).toHaveLength(1);
    });

    it.each([
      [{ body: { flow: 'KYC_LITE' } }],
      [{ body: { theme: 'DARK_MODE' } }],
      [{ headers: { 'x-partner-user-id': 'user-8' } }],
      [{ headers: { 'x-partner-user-id-type': 'OTHER' } }],
    ])('refuses another request, %o, with 409/1554', async (changed) => {
      await call().expect(200);
      const answer = await call(changed).expect(409);
      expect(answer.body).toEqual({
        success: false,
        errors: [{ code: '1554', cause: 'PARTNER_SESSION_ID_ALREADY_USED' }],
      });
    });

    it('belongs to each partner separately', async () => {
      const other = await addPartner(api, { code: 'OTHER' });
      const headers = { 'x-onboarding-partner': 'OTHER-SDK-KTP_SCAN' };
      await call().expect(200);
      await call({ token: other.token, headers, body: { flow: 'KYC_LITE' } }).expect(200);
      expect(api.submissions.all()).toHaveLength(2);
    });

    it('starts the workflow that could not be started the first time', async () => {
      api.runs.failWith(serviceUnavailable(new Error('away')));
      const refused = await call().expect(503);
      expect(failureEnvelope.parse(refused.body).errors[0]).toMatchObject({ code: '900' });
      expect(refused.headers['retry-after']).toBe('2');
      api.runs.failWith(null);
      await call().expect(200);
      expect(api.submissions.all()).toHaveLength(1);
      expect(api.runs.started).toHaveLength(1);
    });

    it('does not start a workflow again for a submission that has ended', async () => {
      await call().expect(200);
      const { id } = api.submissions.all()[0]!;
      api.submissions.change(id, { status: 'COMPLETED', result: 'VALID' });
      api.runs.failWith(new Error('must not be called'));
      await call().expect(200);
    });

    it.each([{}, { status: 'COMPLETED', result: 'VALID' }] as const)(
      'is refused with 409/1557 once the session’s lifetime is over: %o',
      async (changed) => {
        await call().expect(200);
        api.submissions.change(api.submissions.all()[0]!.id, changed);
        api.clock.advance(86_400);
        const { token: fresh } = await addPartner(api);
        const answer = await call({ token: fresh }).expect(409);
        expect(failureEnvelope.parse(answer.body).errors).toEqual([
          { code: '1557', cause: 'SUBMISSION_ALREADY_FINISHED' },
        ]);
      },
    );
  });

  it('gives a user token that outlives the session by an hour at most', async () => {
    const { token: other } = await addPartner(api, {
      code: 'OTHER',
      settings: { lifetimes: { session: 60, userToken: 7200 } },
    });
    const headers = { 'x-onboarding-partner': 'OTHER-SDK-KTP_SCAN' };
    expect(dataOf(await call({ token: other, headers }).expect(200))).toMatchObject({
      expiry_seconds: String(60 + 3600),
    });
  });
});
