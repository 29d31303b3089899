import { randomUUID } from 'node:crypto';
import type { AttendedFlowName } from '../../../contract/flow.js';
import type { PartnerEnvironment } from '../../../contract/sandbox.js';
import { initiateFlowAnswer } from '../../../contract/schema/initiate-flow.js';
import { launchedSessionAnswer, type LaunchedSession } from '../../../contract/schema/launch.js';
import {
  submissionDetailsAnswer,
  type SubmissionRecord,
} from '../../../contract/schema/submission-details.js';
import { createDevice, type ContractDevice } from './contract-device.js';
import type { ContractPartner } from './contract-partner.js';
import { call, type Answer, type Headers } from './wire.js';

export const INITIATE = 'POST /coe-partner/v1/initiate-flow';
export const DETAILS = 'GET /coe/v1/submissions';
export const CANCEL = 'POST /coe-partner/v1/submissions/cancel';
export const EXCHANGE = 'POST /web/v1/launch/exchange';

export interface SessionOptions {
  readonly flow: AttendedFlowName;
  readonly userId?: string;
  readonly environment?: PartnerEnvironment;
}

/** One session of a partner and its person, over HTTP alone. Once it is open, its calls follow. */
export interface ContractSession extends ContractDevice {
  readonly sessionId: string;
  /** The five headers of initiate; those of details are among them. */
  readonly partnerHeaders: Headers;
  initiate(body?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Initiates for an app. */
  openInApp(): Promise<void>;
  /** Initiates for a browser and exchanges the launch token. */
  openInBrowser(body?: Readonly<Record<string, unknown>>): Promise<LaunchedSession>;
  readDetails(): Promise<SubmissionRecord>;
}

export function createSession(
  apiUrl: string,
  partner: ContractPartner,
  { flow, userId = 'SANDBOX-VALID', environment = 'SANDBOX' }: SessionOptions,
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
  const initiate = (body: Readonly<Record<string, unknown>> = { source: 'SDK' }) =>
    call(apiUrl, INITIATE, partnerHeaders, { flow, ...body });

  return {
    ...createDevice(apiUrl, { flow, sessionId, readToken: () => userToken }),
    sessionId,
    partnerHeaders,
    initiate,
    async openInApp() {
      const { data } = initiateFlowAnswer.parse((await initiate()).body);
      userToken = 'token' in data ? data.token : '';
    },
    async openInBrowser(body = {}) {
      const launch = readLaunch(await initiate({ source: 'WEB_SDK', ...body }));
      const exchanged = await call(apiUrl, EXCHANGE, {}, launch);
      const session = launchedSessionAnswer.parse(exchanged.body).data;
      ({ userToken } = session);
      return session;
    },
    async readDetails() {
      const answer = await call(apiUrl, DETAILS, partnerHeaders);
      return submissionDetailsAnswer.parse(answer.body).data;
    },
  };
}

/** What a browser makes of the launch URL that initiate answered. */
export function readLaunch({ body }: Answer): {
  readonly publicId: string;
  readonly token: string;
} {
  const { data } = initiateFlowAnswer.parse(body);
  const url = new URL('launchUrl' in data ? data.launchUrl : '');
  return { publicId: url.pathname.slice('/s/'.length), token: url.hash.slice(3) };
}
