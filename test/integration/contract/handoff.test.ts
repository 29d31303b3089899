import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { endedHandoffAnswer, openedHandoffAnswer } from '../../../contract/schema/handoff.js';
import { launchedSessionAnswer, type LaunchedSession } from '../../../contract/schema/launch.js';
import {
  createDevice,
  STATUS,
  UPLOADS,
  type ContractDevice,
} from '../../support/contract/contract-device.js';
import { EXCHANGE, readLaunch } from '../../support/contract/contract-session.js';
import { openStage, REDIRECTS, type ContractStage } from '../../support/contract/contract-stage.js';
import { call, refusalsOf, type Answer, type Headers } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');
const OPEN = 'POST /web/v1/handoff';
const CLAIM = 'POST /web/v1/handoff/claim';
const END = 'POST /web/v1/handoff/end';
const RENEW = 'POST /web/v1/launch/renew';

let stage: ContractStage;

beforeAll(async () => {
  stage = await openStage(platform);
});

afterAll(() => stage.close());

const send = (request: string, headers: Headers, json?: unknown) =>
  call(platform.apiUrl, request, headers, json);

interface Browser extends ContractDevice {
  readonly told: LaunchedSession;
  /** As it is after a reload. */
  renew(): Promise<Answer>;
}

function toBrowser(answer: Answer, publicId: string): Browser {
  const told = launchedSessionAnswer.parse(answer.body).data;
  const [cookie = ''] = answer.headers.getSetCookie();
  const { flow, partnerSessionId: sessionId, userToken } = told;
  return {
    ...createDevice(platform.apiUrl, { flow, sessionId, readToken: () => userToken }),
    told,
    renew: () => send(RENEW, { cookie: cookie.split(';')[0] ?? '' }, { publicId }),
  };
}

/** The launch URL opened on a desktop, with Smart QR unless told otherwise. */
async function openDesktop(userId: string, additionalDetails: object = { allowQr: true }) {
  const session = stage.begin(userId);
  const body = { source: 'WEB_SDK', ...REDIRECTS, additionalDetails };
  const launch = readLaunch(await session.initiate(body));
  const desktop = toBrowser(await send(EXCHANGE, {}, launch), launch.publicId);
  return { session, desktop, publicId: launch.publicId };
}

/** What the QR picture says. */
async function showCode(desktop: Browser) {
  const opened = await send(OPEN, desktop.deviceHeaders(), {});
  const url = new URL(openedHandoffAnswer.parse(opened.body).data.handoffUrl);
  return { publicId: url.pathname.slice('/s/'.length), code: url.hash.slice(3) };
}

/** A desktop whose phone has opened the code. */
async function handOver(userId = 'SANDBOX-VALID') {
  const { session, desktop, publicId } = await openDesktop(userId);
  const code = await showCode(desktop);
  const phone = toBrowser(await send(CLAIM, {}, code), publicId);
  return { session, desktop, phone, code };
}

const stateOf = async (device: ContractDevice) => (await device.readStatus()).handoff?.state;

/** Contract §7, §15.2 and §15.5. */
describe('a hand-off to a phone', () => {
  it('is followed by the desktop: WAITING, OPENED, CAPTURED, the end', async () => {
    const { session, desktop, publicId } = await openDesktop('SANDBOX-VALID');
    expect((await desktop.readStatus()).handoff).toBeNull();
    const code = await showCode(desktop);
    expect(await stateOf(desktop)).toBe('WAITING');
    const phone = toBrowser(await send(CLAIM, {}, code), publicId);
    expect(await stateOf(desktop)).toBe('OPENED');
    await phone.sendCaptures();
    expect(await stateOf(desktop)).toBe('CAPTURED');

    const ended = { status: 'COMPLETED', result: 'VALID', nextAction: 'STATUS' };
    expect(await desktop.untilJudged()).toMatchObject({ ...ended, handoff: { state: 'CAPTURED' } });
    expect(await phone.readStatus()).toMatchObject(ended);
    expect(await stage.callbacksOf(session)).toHaveLength(1);
  });

  it('never redirects from the phone, and leaves the desktop its redirection', async () => {
    const { desktop, phone } = await handOver();
    await phone.sendCaptures();
    await desktop.untilJudged();
    const nowhere = { role: 'HANDOFF', redirect: { success: null, failure: null } };
    const back = {
      role: 'PRIMARY',
      redirect: {
        success: REDIRECTS.successRedirectionUrl,
        failure: REDIRECTS.failureRedirectionUrl,
      },
    };
    expect(phone.told).toMatchObject(nowhere);
    expect(desktop.told).toMatchObject(back);
    expect((await phone.renew()).body).toMatchObject({ data: nowhere });
    expect((await desktop.renew()).body).toMatchObject({ data: back });
  });

  it('goes back to OPENED when the phone is asked again', async () => {
    const { desktop, phone } = await handOver('SANDBOX-RETRY-KTP_BLURRY');
    await phone.sendCaptures();
    expect(await desktop.untilJudged()).toMatchObject({
      nextAction: 'RETRY',
      handoff: { state: 'OPENED' },
    });
    await phone.sendCaptures();
    expect(await desktop.untilJudged()).toMatchObject({ result: 'VALID' });
  });

  it.each(['desktop', 'phone'] as const)(
    'ended by the %s shuts the phone out, and the desktop may take over',
    async (side) => {
      const devices = await handOver();
      const { desktop, phone } = devices;
      const { submissionId } = desktop.told;
      const answer = await send(END, devices[side].deviceHeaders(), {});
      expect(endedHandoffAnswer.parse(answer.body).data.handoff).toEqual({ state: 'ENDED' });

      const headers = phone.deviceHeaders();
      for (const [request, body] of [
        [`GET ${UPLOADS}?submissionType=KTP_SCAN`],
        [`PUT ${UPLOADS}`, { submissionId }],
        [STATUS],
        [END, {}],
      ] as const) {
        const refused = await send(request, headers, body);
        expect(refusalsOf(refused), request).toEqual(['401 110 UNAUTHORIZED']);
      }
      expect(refusalsOf(await phone.renew())).toEqual(['401 110 HANDOFF_ENDED']);

      expect(await stateOf(desktop)).toBe('ENDED');
      await desktop.sendCaptures();
      expect(await desktop.untilJudged()).toMatchObject({ result: 'VALID' });
    },
  );

  it.each([
    [
      'the desktop’s own captures meanwhile',
      '409 1559 HANDOFF_IN_PROGRESS',
      async () => {
        const { desktop } = await handOver();
        return send(`GET ${UPLOADS}?submissionType=KTP_SCAN`, desktop.deviceHeaders());
      },
    ],
    [
      'a second phone with the same code',
      '401 110 HANDOFF_CODE_ALREADY_USED',
      async () => send(CLAIM, {}, (await handOver()).code),
    ],
    [
      'a code that opens nothing',
      '401 110 HANDOFF_CODE_INVALID',
      async () => send(CLAIM, {}, { ...(await handOver()).code, code: 'A'.repeat(43) }),
    ],
    [
      'a phone that would hand on',
      '403 903 HANDOFF_NOT_ALLOWED',
      async () => send(OPEN, (await handOver()).phone.deviceHeaders(), {}),
    ],
    [
      'a session without Smart QR',
      '403 903 HANDOFF_NOT_ALLOWED',
      async () => {
        const { desktop } = await openDesktop('SANDBOX-VALID', { allowQr: false });
        return send(OPEN, desktop.deviceHeaders(), {});
      },
    ],
    [
      'captures of the first device with forceQr',
      '403 903 HANDOFF_REQUIRED',
      async () => {
        const { desktop } = await openDesktop('SANDBOX-VALID', { forceQr: true });
        return send(`GET ${UPLOADS}?submissionType=KTP_SCAN`, desktop.deviceHeaders());
      },
    ],
    [
      'a code after the end',
      '409 1557 SUBMISSION_ALREADY_FINISHED',
      async () => {
        const { desktop } = await openDesktop('SANDBOX-VALID');
        const code = await showCode(desktop);
        await desktop.sendCaptures();
        await desktop.untilJudged();
        return send(CLAIM, {}, code);
      },
    ],
  ])('refuses %s: %s', async (_what, refusal, ask) => {
    expect(refusalsOf(await ask())).toEqual([refusal]);
  });
});
