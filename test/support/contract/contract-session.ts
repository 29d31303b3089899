import { randomUUID } from 'node:crypto';
import type { AttendedFlowName } from '../../../contract/flow.js';
import type { PartnerEnvironment } from '../../../contract/sandbox.js';
import { initiateFlowAnswer } from '../../../contract/schema/initiate-flow.js';
import { launchedSessionAnswer, type LaunchedSession } from '../../../contract/schema/launch.js';
import {
  submissionDetailsAnswer,
  type SubmissionRecord,
} from '../../../contract/schema/submission-details.js';
import {
  submissionStatusAnswer,
  type SubmissionStatusView,
} from '../../../contract/schema/submission-status.js';
import { uploadUrlsAnswer, type UploadUrls } from '../../../contract/schema/upload-urls.js';
import { waitFor } from '../wait-for.js';
import type { ContractPartner } from './contract-partner.js';
import { call, type Answer, type Headers } from './wire.js';

export const INITIATE = 'POST /coe-partner/v1/initiate-flow';
export const UPLOADS = '/coe-partner/v1/submissions/url';
export const STATUS = 'GET /coe-partner/v1/submissions/status';
export const DETAILS = 'GET /coe/v1/submissions';
export const CANCEL = 'POST /coe-partner/v1/submissions/cancel';

export interface SessionOptions {
  readonly flow: AttendedFlowName;
  readonly userId?: string;
  readonly environment?: PartnerEnvironment;
}

/** Any picture does where the sandbox decides. */
const ANY_PICTURE = Buffer.from('a picture');

/** One session of a partner and its person, over HTTP alone. */
export interface ContractSession {
  readonly sessionId: string;
  /** The five headers of initiate; those of details are among them. */
  readonly partnerHeaders: Headers;
  initiate(body?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Initiates for an app; its calls follow. */
  openInApp(): Promise<void>;
  /** Initiates for a browser and exchanges the launch token. */
  openInBrowser(body?: Readonly<Record<string, unknown>>): Promise<LaunchedSession>;
  presign(): Promise<UploadUrls>;
  /** Sends what is asked for now, and confirms. */
  sendCaptures(picture?: Uint8Array): Promise<Answer>;
  readStatus(): Promise<SubmissionStatusView>;
  /** Waits until what was confirmed is judged: RETRY or the end. */
  untilJudged(): Promise<SubmissionStatusView>;
  readDetails(): Promise<SubmissionRecord>;
  /** Headers of the app's or page's calls, once it is open. */
  deviceHeaders(): Headers;
}

export function createSession(
  apiUrl: string,
  partner: ContractPartner,
  { flow, userId = `user-${randomUUID()}`, environment = 'SANDBOX' }: SessionOptions,
): ContractSession {
  const sessionId = randomUUID();
  let userToken = '';
  const partnerHeaders = {
    'x-onekyc-token': partner.tokens[environment],
    'x-onboarding-partner': `${partner.code}-SDK-${flow}`,
    'x-partner-user-id': userId,
    'x-partner-user-id-type': 'TEST_USER',
    'x-partner-session-id': sessionId,
  };
  const deviceHeaders = () => ({
    'x-onekyc-token': userToken,
    'x-partner-session-id': sessionId,
    'x-sdk-session-id': 'contract',
  });
  const initiate = (body: Readonly<Record<string, unknown>> = { source: 'SDK' }) =>
    call(apiUrl, INITIATE, partnerHeaders, { flow, ...body });
  const readStatus = async () =>
    submissionStatusAnswer.parse((await call(apiUrl, STATUS, deviceHeaders())).body).data;

  async function presign(): Promise<UploadUrls> {
    const path = `GET ${UPLOADS}?submissionType=${flow}`;
    return uploadUrlsAnswer.parse((await call(apiUrl, path, deviceHeaders())).body).data;
  }

  return {
    sessionId,
    partnerHeaders,
    deviceHeaders,
    initiate,
    presign,
    readStatus,
    async openInApp() {
      const { data } = initiateFlowAnswer.parse((await initiate()).body);
      userToken = 'token' in data ? data.token : '';
    },
    async openInBrowser(body = {}) {
      const answer = await initiate({ source: 'WEB_SDK', ...body });
      const { data } = initiateFlowAnswer.parse(answer.body);
      const url = new URL('launchUrl' in data ? data.launchUrl : '');
      const launch = { publicId: url.pathname.slice('/s/'.length), token: url.hash.slice(3) };
      const exchanged = await call(apiUrl, 'POST /web/v1/launch/exchange', {}, launch);
      const session = launchedSessionAnswer.parse(exchanged.body).data;
      ({ userToken } = session);
      return session;
    },
    async sendCaptures(picture = ANY_PICTURE) {
      const { submissionId, urls } = await presign();
      for (const { url, headers } of urls) {
        await fetch(url, { method: 'PUT', headers, body: Buffer.from(picture) });
      }
      return call(apiUrl, `PUT ${UPLOADS}`, deviceHeaders(), { submissionId });
    },
    untilJudged: () =>
      waitFor('a judgement', async () => {
        const status = await readStatus();
        return status.nextAction === null ? null : status;
      }),
    async readDetails() {
      const answer = await call(apiUrl, DETAILS, partnerHeaders);
      return submissionDetailsAnswer.parse(answer.body).data;
    },
  };
}
