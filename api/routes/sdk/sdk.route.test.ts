import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { embeddedSessionAnswer, sdkLaunchAnswer } from '../../../contract/schema/embed.js';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import {
  addPartner,
  createApiUnderTest,
  PUBLIC_URL,
  startSubmission,
  type ApiUnderTest,
  type StartedSubmission,
} from '../../../test/support/api-under-test.js';

const LAUNCH = '/web/v1/sdk/launch';
const SESSION = '/web/v1/sdk/session';
const SHOP = 'https://shop.example';

let api: ApiUnderTest;
let started: StartedSubmission;
let clientId: string;

beforeEach(async () => {
  api = await createApiUnderTest();
  const partner = await addPartner(api, {
    settings: { embedOrigins: [SHOP, 'https://other.example'] },
  });
  ({ clientId } = partner);
  started = await startSubmission(api, partner.token);
});

/** Sets the partner's default addresses: of sessions that begin from now on. */
async function setDefaultAddresses(): Promise<string> {
  const { token } = await addPartner(api, {
    settings: {
      embedOrigins: [SHOP],
      successRedirectionUrl: `${SHOP}/done`,
      failureRedirectionUrl: `${SHOP}/failed`,
    },
  });
  return token;
}

const causeOf = (answer: { body: unknown }) => failureEnvelope.parse(answer.body).errors[0]!.cause;

function launch(
  { origin = SHOP, headers = started.headers }: { origin?: string; headers?: object } = {},
  body: object = { flow: 'KTP_SCAN', mode: 'OVERLAY' },
) {
  return supertest(api.app)
    .post(LAUNCH)
    .set({ ...headers, origin })
    .send(body);
}

async function openEmbedded(): Promise<URL> {
  const answer = await launch().expect(200);
  return new URL(sdkLaunchAnswer.parse(answer.body).data.launchUrl);
}

const publicIdOf = (url: URL) => url.pathname.slice('/s/'.length);

/** Headers with a token of the older SDK flow, which begins its submission when it is used. */
async function grantToken() {
  const grant = { id: randomUUID(), createdAt: api.clock.now(), expiresAt: api.clock.now() };
  await api.userGrants.add({
    ...grant,
    partnerCode: 'ACME',
    clientId,
    environment: 'PRODUCTION',
    partnerUserId: 'user-8',
    partnerUserIdType: 'ACME_USER_ID',
  });
  const { token } = await api.tokens.issue({
    scope: 'grant',
    subject: grant.id,
    lifetimeSeconds: 3600,
  });
  return {
    'x-onekyc-token': token,
    'x-partner-session-id': 'older',
    'x-sdk-session-id': 'sdk-1',
  };
}

describe('launching from a page of a partner', () => {
  it('names the page in the address of a frame, which opens nothing by itself', async () => {
    const answer = await launch().expect(200);
    const { submissionId, launchUrl } = sdkLaunchAnswer.parse(answer.body).data;
    const url = new URL(launchUrl);
    expect(submissionId).toBe(started.submissionId);
    expect(url.origin).toBe(PUBLIC_URL);
    expect(url.search).toBe(`?embed=${encodeURIComponent(SHOP)}`);
    expect(url.hash).toBe('');
  });

  it('gives a redirect a launch token of its own, which works once', async () => {
    started = await startSubmission(api, await setDefaultAddresses());
    const answer = await launch({}, { flow: 'KTP_SCAN', mode: 'REDIRECT' }).expect(200);
    const url = new URL(sdkLaunchAnswer.parse(answer.body).data.launchUrl);
    expect(url.search).toBe('');
    const exchange = () =>
      supertest(api.app)
        .post('/web/v1/launch/exchange')
        .send({ publicId: publicIdOf(url), token: url.hash.slice('#t='.length) });
    await exchange().expect(200);
    expect(causeOf(await exchange().expect(401))).toBe('LAUNCH_TOKEN_ALREADY_USED');
  });

  it('gives no redirect that nobody would come back from', async () => {
    const answer = await launch({}, { flow: 'KTP_SCAN', mode: 'REDIRECT' }).expect(400);
    expect(failureEnvelope.parse(answer.body).errors).toEqual([
      {
        code: '1540',
        cause: 'SUCCESS_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
        field: 'successRedirectionUrl',
      },
      {
        code: '1540',
        cause: 'FAILURE_REDIRECTION_URL_CAN_NOT_BE_EMPTY',
        field: 'failureRedirectionUrl',
      },
    ]);
    await launch().expect(200);
  });

  it('gives no redirect that would open nothing: the session’s time is over', async () => {
    started = await startSubmission(api, await setDefaultAddresses());
    api.submissions.change(started.submissionId, { expiresAt: api.clock.now() });
    const answer = await launch({}, { flow: 'KTP_SCAN', mode: 'REDIRECT' }).expect(409);
    expect(causeOf(answer)).toBe('SUBMISSION_ALREADY_FINISHED');
    // In a frame the token of the page still lets its person look.
    await launch().expect(200);
  });

  it('lets the page read the answer, without cookies', async () => {
    const preflight = await supertest(api.app).options(LAUNCH).set('origin', SHOP).expect(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': 'POST',
    });
    expect(preflight.headers['access-control-allow-headers']).toContain('x-onekyc-token');
    const { headers } = await launch().expect(200);
    expect(headers['access-control-allow-origin']).toBe(SHOP);
    expect(headers.vary).toContain('Origin');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it.each([
    ['a body that is too large', 413, 'application/json', `"${'x'.repeat(70_000)}"`],
    ['a body of a type that nobody reads', 415, 'text/plain', 'flow'],
    ['a body that is no JSON', 400, 'application/json', '{'],
  ])('lets the page read why %s is refused', async (_case, status, type, body) => {
    const answer = await supertest(api.app)
      .post(LAUNCH)
      .set({ ...started.headers, origin: SHOP, 'content-type': type })
      .send(body)
      .expect(status);
    expect(answer.headers['access-control-allow-origin']).toBe(SHOP);
  });

  it('lets the page read that there were too many calls; preflights are counted too', async () => {
    const limited = await createApiUnderTest({ settings: { requestsPerMinutePerIp: 1 } });
    await supertest(limited.app).options(LAUNCH).set('origin', SHOP).expect(204);
    const answer = await supertest(limited.app).post(LAUNCH).set('origin', SHOP).expect(429);
    expect(answer.headers['access-control-allow-origin']).toBe(SHOP);
    expect(answer.headers.vary).toContain('Origin');
    await supertest(limited.app).options(LAUNCH).set('origin', SHOP).expect(429);
  });

  it('opens no other call to pages', async () => {
    const answer = await supertest(api.app)
      .get('/coe-partner/v1/submissions/status')
      .set({ ...started.headers, origin: SHOP });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['https://evil.example', 'http://shop.example', 'https://shop.example:8443', 'null'])(
    'is refused to %s, and says why',
    async (origin) => {
      const answer = await launch({ origin }).expect(403);
      expect(causeOf(answer)).toBe('EMBED_ORIGIN_NOT_REGISTERED');
      // Else whoever integrates sees a failed request alone.
      expect(answer.headers['access-control-allow-origin']).toBe(origin);
    },
  );

  it('is refused for another flow than the token was got for', async () => {
    const answer = await launch({}, { flow: 'KYC_LITE', mode: 'OVERLAY' }).expect(400);
    expect(causeOf(answer)).toBe('INVALID_FLOW');
  });

  it('is refused without a token, with another session and with an unknown mode', async () => {
    await launch({ headers: { ...started.headers, 'x-onekyc-token': '' } }).expect(400);
    const otherSession = { ...started.headers, 'x-partner-session-id': randomUUID() };
    await launch({ headers: otherSession }).expect(403);
    const answer = await launch({}, { flow: 'KTP_SCAN', mode: 'TAB' }).expect(400);
    expect(causeOf(answer)).toBe('INVALID_MODE');
  });

  it('begins the submission of an older user token, as a first presign does', async () => {
    const headers = await grantToken();
    const begun = () => api.submissions.all().filter((one) => one.partnerSessionId === 'older');
    await launch({ headers, origin: 'https://evil.example' }).expect(403);
    await launch({ headers }, { flow: 'KTP_SCAN', mode: 'REDIRECT' }).expect(400);
    expect(begun()).toHaveLength(0);
    const answer = await launch({ headers }).expect(200);
    const { launchUrl } = sdkLaunchAnswer.parse(answer.body).data;
    expect(begun()).toHaveLength(1);
    await supertest(api.app)
      .post(SESSION)
      .set(headers)
      .send({ publicId: publicIdOf(new URL(launchUrl)), embedOrigin: SHOP })
      .expect(200);
  });

  it('is refused with an expired token', async () => {
    api.clock.advance(3_601);
    expect(causeOf(await launch().expect(401))).toBe('UNAUTHORIZED');
  });
});

describe('the session of a frame', () => {
  const open = (body: object, headers = started.headers) =>
    supertest(api.app).post(SESSION).set(headers).send(body);

  it('is told without another token, cookie or redirection', async () => {
    const publicId = publicIdOf(await openEmbedded());
    const answer = await open({ publicId, embedOrigin: SHOP }).expect(200);
    const { data } = embeddedSessionAnswer.parse(answer.body);
    expect(data).toMatchObject({
      submissionId: started.submissionId,
      flow: 'KTP_SCAN',
      role: 'PRIMARY',
      redirect: { success: null, failure: null },
    });
    expect(answer.text).not.toContain(started.userToken);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is refused where the page around it is not registered', async () => {
    const publicId = publicIdOf(await openEmbedded());
    const answer = await open({ publicId, embedOrigin: 'https://evil.example' }).expect(403);
    expect(causeOf(answer)).toBe('EMBED_ORIGIN_NOT_REGISTERED');
  });

  it('is refused with a token of another submission', async () => {
    const publicId = publicIdOf(await openEmbedded());
    const { token } = await addPartner(api, { settings: { embedOrigins: [SHOP] } });
    const other = await startSubmission(api, token);
    await open({ publicId, embedOrigin: SHOP }, other.headers).expect(403);
  });
});
