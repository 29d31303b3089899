import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_CAPTURE_BYTES } from '../../../contract/capture.js';
import { failureEnvelope } from '../../../contract/schema/envelope.js';
import { endedHandoffAnswer } from '../../../contract/schema/handoff.js';
import { initiateFlowAnswer } from '../../../contract/schema/initiate-flow.js';
import { launchedSessionAnswer } from '../../../contract/schema/launch.js';
import { uploadUrlsAnswer } from '../../../contract/schema/upload-urls.js';
import {
  createApiUnderTest,
  initiate,
  type ApiUnderTest,
} from '../../../test/support/api-under-test.js';
import {
  createDevicesUnderTest,
  deviceOf,
  type Device,
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

describe('a phone that has taken over', () => {
  it('captures alone: the desktop has to wait', async () => {
    const { desktop, phone } = await devices.handOver();
    expect(causesOf(await devices.presign(desktop).expect(409))).toEqual([
      '1559 HANDOFF_IN_PROGRESS',
    ]);
    expect(causesOf(await devices.confirm(desktop).expect(409))).toEqual([
      '1559 HANDOFF_IN_PROGRESS',
    ]);
    await devices.confirm(phone).expect(200);
    await expect(devices.stateOf(desktop)).resolves.toEqual({ state: 'CAPTURED' });
  });

  it('is asked again after a RETRY, and the desktop follows', async () => {
    const { desktop, phone } = await devices.handOver();
    await devices.confirm(phone).expect(200);
    const { submissionId } = desktop.session;
    const retry = { nextAction: 'RETRY', reasonCode: 'KTP_BLURRY', judgedAttempt: 1 } as const;
    api.submissions.change(submissionId, retry);
    await expect(devices.stateOf(desktop)).resolves.toEqual({ state: 'OPENED' });
    await devices.confirm(phone, 2).expect(200);
    await expect(devices.stateOf(desktop)).resolves.toEqual({ state: 'CAPTURED' });
  });

  it('is told which pictures the desktop has sent before', async () => {
    const { desktop } = await devices.openLaunch();
    const { submissionId } = desktop.session;
    const listUploaded = (answer: { body: unknown }) =>
      uploadUrlsAnswer
        .parse(answer.body)
        .data.urls.map(({ documentType, uploaded }) => [documentType, uploaded]);
    const fetchUpload = vi.spyOn(api.uploads, 'fetch');
    expect(listUploaded(await devices.presign(desktop).expect(200))).toEqual([['KTP', undefined]]);
    const phone = deviceOf(await devices.claim(await devices.openHandoff(desktop)).expect(200));
    expect(listUploaded(await devices.presign(phone).expect(200))).toEqual([['KTP', false]]);
    const place = { submissionId, attempt: 1, documentType: 'KTP' } as const;
    await api.uploads.put(place, Buffer.from('card'));
    expect(listUploaded(await devices.presign(phone).expect(200))).toEqual([['KTP', true]]);
    await api.uploads.put(place, Buffer.alloc(MAX_CAPTURE_BYTES + 1));
    expect(listUploaded(await devices.presign(phone).expect(200))).toEqual([['KTP', false]]);
    // Whole pictures are read in a slot alone.
    expect(fetchUpload).not.toHaveBeenCalled();
  });

  it('is judged by pictures of its own and of the desktop, never of a phone before it', async () => {
    const { desktop, phone: stranger, opened: first } = await devices.handOver();
    const { submissionId } = desktop.session;
    const place = { submissionId, attempt: 1, documentType: 'KTP' } as const;
    const listUploaded = (answer: { body: unknown }) =>
      uploadUrlsAnswer.parse(answer.body).data.urls.map(({ uploaded }) => uploaded);
    const keyOf = async (device: Device) => {
      const answer = await devices.presign(device).expect(200);
      return new URL(uploadUrlsAnswer.parse(answer.body).data.urls[0]!.url).pathname;
    };
    const putAs = (handoffId: string, content: string) =>
      api.uploads.put({ ...place, handoffId }, Buffer.from(content));
    const strangersKey = await keyOf(stranger);
    await putAs(first.handoffId, 'card of a stranger');
    await devices.end(desktop).expect(200);

    const opened = await devices.openHandoff(desktop);
    const phone = deviceOf(await devices.claim(opened).expect(200));
    expect(await keyOf(phone)).not.toBe(strangersKey);
    expect(listUploaded(await devices.presign(phone).expect(200))).toEqual([false]);
    const send = () => devices.confirmSent(phone);
    expect(causesOf(await send().expect(400))).toEqual(['1555 DOCUMENT_NOT_UPLOADED']);
    await putAs(opened.handoffId, 'own card');
    expect(listUploaded(await devices.presign(phone).expect(200))).toEqual([true]);
    await api.uploads.put(place, Buffer.from('card of the desktop'));
    const keep = vi.spyOn(api.captures, 'keep');
    await send().expect(200);
    expect(keep.mock.calls.map(([{ bytes }]) => Buffer.from(bytes).toString())).toEqual([
      'own card',
    ]);
    for (const one of [place, { ...place, handoffId: opened.handoffId }]) {
      expect(await api.uploads.fetch(one)).toBeNull();
    }
    await send().expect(200);
  });

  it('does not yet hold the desktop back while the code waits', async () => {
    const { desktop } = await devices.openLaunch();
    await devices.openHandoff(desktop);
    await devices.presign(desktop).expect(200);
  });
});

describe('a session with forceQr', () => {
  it.each([
    [{ allowQr: false, forceQr: true }, 403],
    [{ allowQr: true, forceQr: true }, 403],
    [{ allowQr: true, forceQr: false }, 200],
    [{ allowQr: false, forceQr: false }, 200],
  ])('with %o answers the captures of the first device %i', async (details, status) => {
    const { desktop } = await devices.openLaunch('session-1', details);
    const presigned = await devices.presign(desktop).expect(status);
    const confirmed = await devices.confirm(desktop).expect(status);
    if (status !== 403) return;
    for (const answer of [presigned, confirmed]) {
      expect(causesOf(answer)).toEqual(['903 HANDOFF_REQUIRED']);
    }
  });

  it('takes captures from the phone, and from the desktop not even after its end', async () => {
    const { desktop } = await devices.openLaunch('session-1', { forceQr: true });
    const phone = deviceOf(await devices.claim(await devices.openHandoff(desktop)).expect(200));
    expect(causesOf(await devices.presign(desktop).expect(409))).toEqual([
      '1559 HANDOFF_IN_PROGRESS',
    ]);
    await devices.presign(phone).expect(200);
    await devices.end(phone).expect(200);
    expect(causesOf(await devices.presign(desktop).expect(403))).toEqual(['903 HANDOFF_REQUIRED']);
    const second = deviceOf(await devices.claim(await devices.openHandoff(desktop)).expect(200));
    await devices.confirm(second).expect(200);
  });

  it('holds for an app that asks for it and then ignores it', async () => {
    const sessionId = 'session-app';
    const answer = await initiate(api.app, {
      token: devices.partnerToken,
      headers: { 'x-partner-session-id': sessionId },
      body: { source: 'SDK', additionalDetails: { forceQr: true } },
    }).expect(200);
    const { data } = initiateFlowAnswer.parse(answer.body);
    const [submission] = api.submissions.all();
    const app = {
      cookie: '',
      session: {
        userToken: 'token' in data ? data.token : '',
        partnerSessionId: sessionId,
        submissionId: submission!.id,
      } as Device['session'],
    };
    expect(causesOf(await devices.presign(app).expect(403))).toEqual(['903 HANDOFF_REQUIRED']);
    await devices.claim(await devices.openHandoff(app)).expect(200);
  });

  it('tells the desktop of the end as any other', async () => {
    const { desktop } = await devices.openLaunch('session-1', { forceQr: true });
    api.submissions.change(desktop.session.submissionId, { status: 'COMPLETED', result: 'VALID' });
    expect(causesOf(await devices.presign(desktop).expect(409))).toEqual([
      '1557 SUBMISSION_ALREADY_FINISHED',
    ]);
  });
});

describe('ending a hand-off', () => {
  it.each(['desktop', 'phone'] as const)(
    'by the %s takes the phone’s tokens and cookie, and frees the desktop',
    async (side) => {
      const both = await devices.handOver();
      const { desktop, phone, publicId } = both;
      const answer = await devices.end(both[side]).expect(200);
      expect(endedHandoffAnswer.parse(answer.body).data.handoff).toEqual({ state: 'ENDED' });
      await expect(devices.stateOf(desktop)).resolves.toEqual({ state: 'ENDED' });
      await devices.presign(phone).expect(401);
      await devices.confirm(phone).expect(401);
      await devices.readStatus(phone).expect(401);
      const renewed = await devices.renew(phone, publicId).expect(401);
      expect(causesOf(renewed)).toEqual(['110 HANDOFF_ENDED']);
      await devices.presign(desktop).expect(200);
      await devices.confirm(desktop).expect(200);
    },
  );

  it('happens to the phone whose code a newer one replaces', async () => {
    const { desktop, phone } = await devices.handOver();
    const second = deviceOf(await devices.claim(await devices.openHandoff(desktop)).expect(200));
    await devices.presign(phone).expect(401);
    await devices.presign(second).expect(200);
  });

  it('may be repeated by the desktop, and without a hand-off does nothing', async () => {
    const { desktop } = await devices.openLaunch();
    const none = await devices.end(desktop).expect(200);
    expect(endedHandoffAnswer.parse(none.body).data.handoff).toBeNull();
    await devices.openHandoff(desktop);
    await devices.end(desktop).expect(200);
    await devices.end(desktop).expect(200);
  });

  it('leaves the desktop’s own cookie alone', async () => {
    const { desktop, publicId } = await devices.handOver();
    await devices.end(desktop).expect(200);
    const renewed = await devices.renew(desktop, publicId).expect(200);
    expect(launchedSessionAnswer.parse(renewed.body).data.role).toBe('PRIMARY');
  });

  it('cannot be done by the phone of another submission', async () => {
    const { desktop } = await devices.handOver();
    const other = await devices.openLaunch('session-2');
    const stranger = deviceOf(
      await devices.claim(await devices.openHandoff(other.desktop)).expect(200),
    );
    await devices.end(stranger).expect(200);
    await expect(devices.stateOf(desktop)).resolves.toEqual({ state: 'OPENED' });
  });
});
