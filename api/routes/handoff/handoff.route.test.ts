import { parseSetCookie } from 'cookie';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { launchedSessionAnswer } from '../../../contract/schema/launch.js';
import { createApiUnderTest, type ApiUnderTest } from '../../../test/support/api-under-test.js';
import {
  createDevicesUnderTest,
  deviceOf,
  headersOf,
  type DevicesUnderTest,
} from '../../../test/support/devices-under-test.js';

let api: ApiUnderTest;
let devices: DevicesUnderTest;

beforeEach(async () => {
  api = await createApiUnderTest();
  devices = await createDevicesUnderTest(api);
});

const causesOf = (answer: { body: unknown }) =>
  failureEnvelope.parse(answer.body).errors.map(({ code, cause }) => `${code} ${cause}`);

describe('opening a hand-off', () => {
  it('gives an address for the phone whose code no server is sent', async () => {
    const { desktop, publicId } = await devices.openLaunch();
    const opened = await devices.openHandoff(desktop);
    expect(opened.url.pathname).toBe(`/s/${publicId}`);
    expect(opened.url.search).toBe('');
    expect(opened.url.hash).toMatch(/^#h=[A-Za-z0-9_-]{43}$/);
    expect(opened.expiresAt).toBe(new Date(api.clock.now().getTime() + 600_000).toISOString());
    expect(opened.expiresInSeconds).toBe(600);
    await expect(devices.stateOf(desktop)).resolves.toEqual({ state: 'WAITING' });
    expect(api.lines.join('')).not.toContain(opened.code);
  });

  it.each([
    [{ allowQr: false, forceQr: false }, 403],
    [{ allowQr: false, forceQr: true }, 200],
    [{ allowQr: true, forceQr: false }, 200],
    [{ allowQr: true, forceQr: true }, 200],
  ])('with %o is answered %i', async (additionalDetails, status) => {
    const { desktop } = await devices.openLaunch('session-1', additionalDetails);
    const answer = await devices.post('/web/v1/handoff', {}, headersOf(desktop)).expect(status);
    if (status === 403) expect(causesOf(answer)).toEqual(['903 HANDOFF_NOT_ALLOWED']);
  });

  it('is refused to a phone, to a partner, without a token and after the end', async () => {
    const { phone, desktop } = await devices.handOver();
    const asPhone = await devices.post('/web/v1/handoff', {}, headersOf(phone)).expect(403);
    expect(causesOf(asPhone)).toEqual(['903 HANDOFF_NOT_ALLOWED']);
    const asPartner = { ...headersOf(desktop), 'x-onekyc-token': devices.partnerToken };
    await devices.post('/web/v1/handoff', {}, asPartner).expect(403);
    await devices.post('/web/v1/handoff', {}).expect(400);
    api.submissions.change(desktop.session.submissionId, { status: 'COMPLETED', result: 'VALID' });
    const late = await devices.post('/web/v1/handoff', {}, headersOf(desktop)).expect(409);
    expect(causesOf(late)).toEqual(['1557 SUBMISSION_ALREADY_FINISHED']);
  });
});

describe('a hand-off after the session’s lifetime', () => {
  it('is not begun, though the desktop may still look', async () => {
    const { desktop, publicId } = await devices.openLaunch();
    const opened = await devices.openHandoff(desktop);
    api.clock.advance(86_400);
    const renewed = await devices.renew(desktop, publicId).expect(200);
    const fresh = { ...desktop, session: launchedSessionAnswer.parse(renewed.body).data };
    await devices.readStatus(fresh).expect(200);
    const late = await devices.post('/web/v1/handoff', {}, headersOf(fresh)).expect(409);
    expect(causesOf(late)).toEqual(['1557 SUBMISSION_ALREADY_FINISHED']);
    expect(causesOf(await devices.claim(opened).expect(401))).toEqual(['110 HANDOFF_CODE_EXPIRED']);
  });

  it('lets the phone look for an hour, as the desktop', async () => {
    const { phone, publicId } = await devices.handOver();
    api.clock.advance(86_400 + 3599);
    await devices.renew(phone, publicId).expect(200);
    api.clock.advance(1);
    await devices.renew(phone, publicId).expect(401);
  });
});

describe('claiming a hand-off', () => {
  it('opens the submission on the phone, which never redirects', async () => {
    const { phone, desktop } = await devices.handOver();
    expect(phone.session).toMatchObject({
      submissionId: desktop.session.submissionId,
      role: 'HANDOFF',
      redirect: { success: null, failure: null },
      qr: { allowed: false, forced: false },
    });
    expect(desktop.session).toMatchObject({ role: 'PRIMARY', qr: { allowed: true } });
    await expect(devices.stateOf(desktop)).resolves.toEqual({ state: 'OPENED' });
    await devices.presign(phone).expect(200);
  });

  it('sets a cookie that renews the phone’s session, as a phone’s', async () => {
    const { desktop } = await devices.openLaunch();
    const answer = await devices.claim(await devices.openHandoff(desktop)).expect(200);
    const [set] = answer.headers['set-cookie'] as unknown as string[];
    expect(parseSetCookie(set!)).toMatchObject({ httpOnly: true, sameSite: 'strict' });
    const { publicId } = await devices.openLaunch();
    const renewed = await devices.renew(deviceOf(answer), publicId).expect(200);
    const { data } = launchedSessionAnswer.parse(renewed.body);
    expect(data).toMatchObject({ role: 'HANDOFF', redirect: { success: null, failure: null } });
  });

  it('works once', async () => {
    const { opened } = await devices.handOver();
    const again = await devices.claim(opened).expect(401);
    expect(causesOf(again)).toEqual(['110 HANDOFF_CODE_ALREADY_USED']);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('is answered once more to the phone that lost the answer, until the hand-off ends', async () => {
    const { desktop } = await devices.openLaunch();
    const opened = await devices.openHandoff(desktop);
    const repeatable = {
      publicId: opened.publicId,
      code: opened.code,
      repeatKey: 'K'.repeat(43),
    };
    const claim = (body: object) => devices.post('/web/v1/handoff/claim', body);
    const first = deviceOf(await claim(repeatable).expect(200));
    const again = deviceOf(await claim(repeatable).expect(200));
    expect(again.cookie).toBe(first.cookie);
    await devices.presign(again).expect(200);
    const other = { ...repeatable, repeatKey: 'L'.repeat(43) };
    expect(causesOf(await claim(other).expect(401))).toEqual(['110 HANDOFF_CODE_ALREADY_USED']);
    await devices.openHandoff(desktop);
    expect(causesOf(await claim(repeatable).expect(401))).toEqual([
      '110 HANDOFF_CODE_ALREADY_USED',
    ]);
  });

  it('is refused to the browser that shows the code, and leaves the code to a phone', async () => {
    const { desktop, publicId } = await devices.openLaunch();
    const opened = await devices.openHandoff(desktop);
    const { code } = opened;
    const pasted = await devices
      .post('/web/v1/handoff/claim', { publicId, code }, { cookie: desktop.cookie })
      .expect(403);
    expect(causesOf(pasted)).toEqual(['903 HANDOFF_NOT_ALLOWED']);
    expect(pasted.headers['set-cookie']).toBeUndefined();
    const phone = deviceOf(await devices.claim(opened).expect(200));
    const next = await devices.openHandoff(desktop);
    // A phone that had taken over before may do so again.
    await devices
      .post('/web/v1/handoff/claim', { publicId, code: next.code }, { cookie: phone.cookie })
      .expect(200);
  });

  it('is refused after ten minutes, and the desktop sees that it is over', async () => {
    const { desktop } = await devices.openLaunch();
    const opened = await devices.openHandoff(desktop);
    api.clock.advance(600);
    expect(causesOf(await devices.claim(opened).expect(401))).toEqual(['110 HANDOFF_CODE_EXPIRED']);
    await expect(devices.stateOf(desktop)).resolves.toEqual({ state: 'ENDED' });
  });

  it('is refused for a code that a newer one replaced', async () => {
    const { desktop } = await devices.openLaunch();
    const first = await devices.openHandoff(desktop);
    const second = await devices.openHandoff(desktop);
    expect(causesOf(await devices.claim(first).expect(401))).toEqual(['110 HANDOFF_CODE_EXPIRED']);
    await devices.claim(second).expect(200);
  });

  it('is refused for a code of another submission, a launch token, or nothing', async () => {
    const { desktop, publicId } = await devices.openLaunch();
    const other = await devices.openHandoff((await devices.openLaunch('session-2')).desktop);
    const opened = await devices.openHandoff(desktop);
    for (const body of [
      { publicId, code: other.code },
      { publicId, code: 'A'.repeat(43) },
      { publicId: 'A'.repeat(22), code: opened.code },
      { publicId, code: 'short' },
      { publicId: { $ne: 1 }, code: [opened.code] },
      {},
    ]) {
      const answer = await devices.post('/web/v1/handoff/claim', body).expect(401);
      expect(causesOf(answer)).toEqual(['110 HANDOFF_CODE_INVALID']);
    }
    const asLaunch = { publicId, token: opened.code };
    await devices.post('/web/v1/launch/exchange', asLaunch).expect(401);
    await devices.claim(opened).expect(200);
  });
});
