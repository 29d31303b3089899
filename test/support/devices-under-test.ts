import supertest from 'supertest';
import { openedHandoffAnswer } from '../../contract/schema/handoff.js';
import { initiateFlowAnswer } from '../../contract/schema/initiate-flow.js';
import { launchedSessionAnswer, type LaunchedSession } from '../../contract/schema/launch.js';
import { submissionStatusAnswer } from '../../contract/schema/submission-status.js';
import { addPartner, initiate, type ApiUnderTest } from './api-under-test.js';

const UPLOADS = '/coe-partner/v1/submissions/url';
const STATUS = '/coe-partner/v1/submissions/status';

/** A browser that was let in. */
export interface Device {
  readonly session: LaunchedSession;
  /** `name=value` as a browser sends it back. */
  readonly cookie: string;
}

/** What the QR picture says. */
export interface HandoffCode {
  readonly publicId: string;
  readonly code: string;
}

export type DevicesUnderTest = Awaited<ReturnType<typeof createDevicesUnderTest>>;

/** Desktops and phones of one partner, which allows Smart QR. */
export async function createDevicesUnderTest(api: ApiUnderTest) {
  const settings = { redirectOrigins: ['https://acme.example'] };
  const { token: partnerToken } = await addPartner(api, { settings });

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    supertest(api.app).post(path).set(headers).send(body);

  /** The launch URL opened in a desktop's browser. */
  async function openLaunch(
    sessionId = 'session-1',
    additionalDetails: object = { allowQr: true },
  ) {
    const answer = await initiate(api.app, {
      token: partnerToken,
      headers: { 'x-partner-session-id': sessionId },
      body: {
        source: 'WEB_SDK',
        successRedirectionUrl: 'https://acme.example/s',
        failureRedirectionUrl: 'https://acme.example/f',
        additionalDetails,
      },
    }).expect(200);
    const { data } = initiateFlowAnswer.parse(answer.body);
    const url = new URL('launchUrl' in data ? data.launchUrl : '');
    const publicId = url.pathname.slice(3);
    const body = { publicId, token: url.hash.slice(3) };
    const opened = await post('/web/v1/launch/exchange', body).expect(200);
    return { publicId, desktop: deviceOf(opened) };
  }

  async function openHandoff(device: Device) {
    const answer = await post('/web/v1/handoff', {}, headersOf(device)).expect(200);
    const { data } = openedHandoffAnswer.parse(answer.body);
    const url = new URL(data.handoffUrl);
    return { ...data, publicId: url.pathname.slice(3), code: url.hash.slice(3), url };
  }

  const claim = ({ publicId, code }: HandoffCode) =>
    post('/web/v1/handoff/claim', { publicId, code });

  /** A desktop whose phone has taken over. */
  async function handOver() {
    const { desktop, publicId } = await openLaunch();
    const opened = await openHandoff(desktop);
    const phone = deviceOf(await claim(opened).expect(200));
    return { desktop, phone, opened, publicId };
  }

  return {
    partnerToken,
    post,
    openLaunch,
    openHandoff,
    claim,
    handOver,
    end: (device: Device) => post('/web/v1/handoff/end', {}, headersOf(device)),
    renew: ({ cookie }: Device, publicId: string) =>
      post('/web/v1/launch/renew', { publicId }, { cookie }),
    readStatus: (device: Device) => supertest(api.app).get(STATUS).set(headersOf(device)),
    presign: (device: Device) =>
      supertest(api.app).get(`${UPLOADS}?submissionType=KTP_SCAN`).set(headersOf(device)),
    confirm(device: Device, attempt = 1) {
      const { submissionId } = device.session;
      void api.uploads.put({ submissionId, attempt, documentType: 'KTP' }, Buffer.from('card'));
      return supertest(api.app).put(UPLOADS).set(headersOf(device)).send({ submissionId });
    },
    /** Without sending a picture first. */
    confirmSent: (device: Device) =>
      supertest(api.app)
        .put(UPLOADS)
        .set(headersOf(device))
        .send({ submissionId: device.session.submissionId }),
    /** As the device's status tells it. */
    async stateOf(device: Device) {
      const answer = await supertest(api.app).get(STATUS).set(headersOf(device)).expect(200);
      return submissionStatusAnswer.parse(answer.body).data.handoff;
    },
  };
}

export function deviceOf(answer: supertest.Response): Device {
  const [set] = answer.headers['set-cookie'] as unknown as string[];
  return {
    session: launchedSessionAnswer.parse(answer.body).data,
    cookie: set!.split(';')[0]!,
  };
}

export const headersOf = ({ session }: Device) => ({
  'x-onekyc-token': session.userToken,
  'x-partner-session-id': session.partnerSessionId,
  'x-sdk-session-id': 'web-1',
});
