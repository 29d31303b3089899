import { parseSetCookie } from 'cookie';
import supertest from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { initiateFlowAnswer } from '../../../contract/schema/initiate-flow.js';
import { launchedSessionAnswer } from '../../../contract/schema/launch.js';
import {
  addPartner,
  createApiUnderTest,
  initiate,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';

const EXCHANGE = '/web/v1/launch/exchange';
const RENEW = '/web/v1/launch/renew';

let api: ApiUnderTest;
let launch: { publicId: string; token: string };

beforeEach(async () => {
  api = await createApiUnderTest();
  launch = await openLaunch('session-1');
});

async function openLaunch(sessionId: string, additionalDetails = {}, settings = {}) {
  const { token } = await addPartner(api, {
    settings: { redirectOrigins: ['https://acme.example'], ...settings },
  });
  const answer = await initiate(api.app, {
    token,
    headers: { 'x-partner-session-id': sessionId },
    body: {
      flow: 'KYC_LITE',
      source: 'WEB_SDK',
      successRedirectionUrl: 'https://acme.example/s',
      failureRedirectionUrl: 'https://acme.example/f',
      theme: 'LIGHT_MODE',
      additionalDetails,
    },
  }).expect(200);
  const { data } = initiateFlowAnswer.parse(answer.body);
  const url = new URL('launchUrl' in data ? data.launchUrl : '');
  return { publicId: url.pathname.slice(3), token: url.hash.slice(3) };
}

const exchange = (body: object = launch) => supertest(api.app).post(EXCHANGE).send(body);
const renew = (cookie: string, publicId = launch.publicId) =>
  supertest(api.app).post(RENEW).set('cookie', cookie).send({ publicId });

const causesOf = (answer: { body: unknown }) =>
  failureEnvelope.parse(answer.body).errors.map(({ cause }) => cause);

/** `name=value` as a browser sends it back. */
function cookieOf(answer: { headers: Record<string, unknown> }): string {
  const [set] = answer.headers['set-cookie'] as string[];
  return set!.split(';')[0]!;
}

describe('launch exchange', () => {
  it('tells the capture app all it needs', async () => {
    const { data } = launchedSessionAnswer.parse((await exchange().expect(200)).body);
    const [submission] = api.submissions.all();
    expect(data).toMatchObject({
      submissionId: submission!.id,
      partnerSessionId: 'session-1',
      flow: 'KYC_LITE',
      captures: ['KTP', 'SELFIE'],
      userLocale: 'id_ID',
      theme: 'LIGHT_MODE',
      resultScreen: 'KENALI',
      redirect: { success: 'https://acme.example/s', failure: 'https://acme.example/f' },
      role: 'PRIMARY',
      qr: { allowed: false, forced: false },
      allowFileUpload: true,
      expiresAt: new Date(api.clock.now().getTime() + 3_600_000).toISOString(),
    });
  });

  it('tells that the partner wants no chosen pictures', async () => {
    const other = await openLaunch('session-2', {}, { allowFileUpload: false });
    const { data } = launchedSessionAnswer.parse((await exchange(other).expect(200)).body);
    expect(data.allowFileUpload).toBe(false);
  });

  it.each([
    [{ allowQr: true }, { allowed: true, forced: false }],
    [{ forceQr: true }, { allowed: true, forced: true }],
    [
      { allowQr: true, forceQr: true },
      { allowed: true, forced: true },
    ],
  ])('tells of Smart QR by %o', async (additionalDetails, qr) => {
    const other = await openLaunch('session-qr', additionalDetails);
    const { data } = launchedSessionAnswer.parse((await exchange(other).expect(200)).body);
    expect(data.qr).toEqual(qr);
  });

  it('gives a user token that opens the submission', async () => {
    const { data } = launchedSessionAnswer.parse((await exchange().expect(200)).body);
    await supertest(api.app)
      .get('/coe-partner/v1/submissions/status')
      .set({
        'x-onekyc-token': data.userToken,
        'x-partner-session-id': data.partnerSessionId,
        'x-sdk-session-id': 'web-1',
      })
      .expect(200);
  });

  it('sets a cookie that no script reads and no other site sends', async () => {
    const answer = await exchange().expect(200);
    const [set] = answer.headers['set-cookie'] as unknown as string[];
    expect(parseSetCookie(set!)).toMatchObject({
      name: `kenali_${launch.publicId}`,
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
    });
  });

  it('works once', async () => {
    await exchange().expect(200);
    const again = await exchange().expect(401);
    expect(causesOf(again)).toEqual(['LAUNCH_TOKEN_ALREADY_USED']);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('is answered once more to the browser that lost the answer, for ten minutes', async () => {
    const repeatable = { ...launch, repeatKey: 'K'.repeat(43) };
    const first = await exchange(repeatable).expect(200);
    api.clock.advance(600);
    const again = await exchange(repeatable).expect(200);
    expect(cookieOf(again)).toBe(cookieOf(first));
    await renew(cookieOf(again)).expect(200);
    api.clock.advance(1);
    expect(causesOf(await exchange(repeatable).expect(401))).toEqual(['LAUNCH_TOKEN_ALREADY_USED']);
  });

  it.each([
    ['with no key', {}],
    ['with another key', { repeatKey: 'L'.repeat(43) }],
  ])('works once for whoever has the token alone, %s', async (_, other) => {
    await exchange({ ...launch, repeatKey: 'K'.repeat(43) }).expect(200);
    const again = await exchange({ ...launch, ...other }).expect(401);
    expect(causesOf(again)).toEqual(['LAUNCH_TOKEN_ALREADY_USED']);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('works with the token of a repeated initiate, after the first was used', async () => {
    await exchange().expect(200);
    const second = await openLaunch('session-1');
    expect(second.publicId).toBe(launch.publicId);
    await exchange(second).expect(200);
  });

  it('is refused after 30 minutes', async () => {
    api.clock.advance(1800);
    expect(causesOf(await exchange().expect(401))).toEqual(['LAUNCH_TOKEN_EXPIRED']);
  });

  it('is refused for a token that opens another submission, or nothing', async () => {
    const other = await openLaunch('session-2');
    for (const body of [
      { publicId: launch.publicId, token: other.token },
      { publicId: launch.publicId, token: 'A'.repeat(43) },
      { publicId: 'A'.repeat(22), token: launch.token },
      { publicId: launch.publicId, token: 'short' },
      {},
    ]) {
      expect(causesOf(await exchange(body).expect(401))).toEqual(['LAUNCH_TOKEN_INVALID']);
    }
    await exchange().expect(200);
  });
});

describe('launch renew', () => {
  it('gives a fresh user token after the first has expired', async () => {
    const cookie = cookieOf(await exchange().expect(200));
    api.clock.advance(7200);
    const { data } = launchedSessionAnswer.parse((await renew(cookie).expect(200)).body);
    await expect(api.tokens.verify(data.userToken)).resolves.toMatchObject({ scope: 'user' });
  });

  it('keeps the cookies of two submissions in one browser apart', async () => {
    const first = cookieOf(await exchange().expect(200));
    const other = await openLaunch('session-2');
    const second = cookieOf(await exchange(other).expect(200));
    const both = `${first}; ${second}`;
    await renew(both).expect(200);
    await renew(both, other.publicId).expect(200);
  });

  it('is refused without cookie, with a wrong one and with another submission’s', async () => {
    const cookie = cookieOf(await exchange().expect(200));
    const other = await openLaunch('session-2');
    const secret = cookie.split('=')[1]!;
    for (const [sent, publicId] of [
      ['', launch.publicId],
      [`kenali_${launch.publicId}=${'A'.repeat(43)}`, launch.publicId],
      [cookie, other.publicId],
      [`kenali_${other.publicId}=${secret}`, other.publicId],
      [cookie, '../etc'],
    ] as const) {
      expect(causesOf(await renew(sent, publicId).expect(401))).toEqual(['LAUNCH_SESSION_INVALID']);
    }
  });

  it('lets a browser look for an hour after the session’s lifetime, and do nothing else', async () => {
    const cookie = cookieOf(await exchange().expect(200));
    api.clock.advance(86_400 + 1800);
    const { data } = launchedSessionAnswer.parse((await renew(cookie).expect(200)).body);
    expect(data.expiresAt).toBe(new Date(api.clock.now().getTime() + 1_800_000).toISOString());
    const headers = {
      'x-onekyc-token': data.userToken,
      'x-partner-session-id': data.partnerSessionId,
      'x-sdk-session-id': 'web-1',
    };
    const outcome = {
      status: 'ERROR',
      reasonCode: 'SESSION_TIMEOUT',
      nextAction: 'STATUS',
    } as const;
    api.submissions.change(data.submissionId, outcome);
    const status = () => supertest(api.app).get('/coe-partner/v1/submissions/status').set(headers);
    expect((await status().expect(200)).body).toMatchObject({ data: outcome });
    api.clock.advance(1800);
    await status().expect(401);
  });

  it('is refused an hour after the session’s lifetime is over', async () => {
    const answer = await exchange().expect(200);
    const [set] = answer.headers['set-cookie'] as unknown as string[];
    const end = new Date(api.clock.now().getTime() + (86_400 + 3600) * 1000);
    expect(parseSetCookie(set!).expires).toEqual(end);
    const cookie = cookieOf(answer);
    api.clock.advance(86_400 + 3600);
    expect(causesOf(await renew(cookie).expect(401))).toEqual(['LAUNCH_SESSION_INVALID']);
  });
});
