import type { FlowName } from '../../../contract/flow.js';
import {
  submissionStatusAnswer,
  type SubmissionStatusView,
} from '../../../contract/schema/submission-status.js';
import { uploadUrlsAnswer, type UploadUrls } from '../../../contract/schema/upload-urls.js';
import { waitPatiently } from './wait-patiently.js';
import { call, type Answer, type Headers } from './wire.js';

export const UPLOADS = '/coe-partner/v1/submissions/url';
export const STATUS = 'GET /coe-partner/v1/submissions/status';

export interface DeviceOptions {
  readonly flow: FlowName;
  readonly sessionId: string;
  /** Asked for at each call: a session is opened after it was made. */
  readonly readToken: () => string;
}

/** Any picture does where the sandbox decides. */
const ANY_PICTURE = Buffer.from('a picture');

/** An app or a page of a person: the calls with a user token. */
export interface ContractDevice {
  deviceHeaders(): Headers;
  presign(): Promise<UploadUrls>;
  /** Sends what is asked for now, and confirms. */
  sendCaptures(picture?: Uint8Array): Promise<Answer>;
  readStatus(): Promise<SubmissionStatusView>;
  /** Waits until what was confirmed is judged: RETRY or the end. */
  untilJudged(): Promise<SubmissionStatusView>;
}

export function createDevice(
  apiUrl: string,
  { flow, sessionId, readToken }: DeviceOptions,
): ContractDevice {
  const deviceHeaders = () => ({
    'x-onekyc-token': readToken(),
    'x-partner-session-id': sessionId,
    'x-sdk-session-id': 'contract',
  });
  const readStatus = async () =>
    submissionStatusAnswer.parse((await call(apiUrl, STATUS, deviceHeaders())).body).data;

  async function presign(): Promise<UploadUrls> {
    const path = `GET ${UPLOADS}?submissionType=${flow}`;
    return uploadUrlsAnswer.parse((await call(apiUrl, path, deviceHeaders())).body).data;
  }

  return {
    deviceHeaders,
    presign,
    readStatus,
    async sendCaptures(picture = ANY_PICTURE) {
      const { submissionId, urls } = await presign();
      for (const { url, headers } of urls) {
        await fetch(url, { method: 'PUT', headers, body: Buffer.from(picture) });
      }
      return call(apiUrl, `PUT ${UPLOADS}`, deviceHeaders(), { submissionId });
    },
    untilJudged: () =>
      waitPatiently('a judgement', async () => {
        const status = await readStatus();
        return status.nextAction === null ? null : status;
      }),
  };
}
