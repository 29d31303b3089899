import type { FlowName } from '../../contract/flow.js';
import {
  answers,
  type StatusAnswer,
  type UploadsAnswer,
  type UploadTarget,
} from './partner-answers.js';
import { callPlatform, putBytes } from './partner-http.js';

/** What a capture app sends with every call. */
export interface CaptureSession {
  readonly userToken: string;
  readonly partnerSessionId: string;
  readonly sdkSessionId: string;
}

/** What the uploads went by, and what else an app tells of itself. */
export interface ConfirmTold extends Omit<UploadsAnswer, 'urls' | 'captureNonce'> {
  /** How many movements one after the other it can ask a person for; one where it does not say. */
  readonly maxMovements?: number;
}

/** The calls of an SDK: they carry the user token, never the partner's. */
export interface CaptureClient {
  presign(session: CaptureSession, flow: FlowName): Promise<UploadsAnswer>;
  upload(target: UploadTarget, bytes: Uint8Array): Promise<void>;
  confirm(session: CaptureSession, told: ConfirmTold): Promise<void>;
  readStatus(session: CaptureSession, submissionId: string): Promise<StatusAnswer>;
}

/** `baseUrl` is the origin of the platform. */
export function createCaptureClient(baseUrl: string): CaptureClient {
  const at = (path: string) => new URL(path, baseUrl).href;
  return {
    presign: (session, flow) =>
      callPlatform(
        {
          name: 'Get upload addresses',
          method: 'GET',
          url: at(`/coe-partner/v1/submissions/url?submissionType=${flow}`),
          headers: captureHeaders(session),
        },
        answers.uploads,
      ),
    upload: (target, bytes) =>
      putBytes({
        name: `Upload of ${target.documentType}`,
        method: target.method,
        url: target.url,
        headers: target.headers,
        bytes,
      }),
    confirm: async (session, { submissionId, attempt, maxMovements }) => {
      await callPlatform(
        {
          name: 'Confirm',
          method: 'PUT',
          url: at('/coe-partner/v1/submissions/url'),
          headers: captureHeaders(session),
          json: { submissionId, attempt, maxMovements },
        },
        answers.confirmation,
      );
    },
    readStatus: (session, submissionId) =>
      callPlatform(
        {
          name: 'Status',
          method: 'GET',
          url: at('/coe-partner/v1/submissions/status'),
          headers: { ...captureHeaders(session), 'x-submission-id': submissionId },
        },
        answers.status,
      ),
  };
}

function captureHeaders(session: CaptureSession): Record<string, string> {
  return {
    'x-onekyc-token': session.userToken,
    'x-partner-session-id': session.partnerSessionId,
    'x-sdk-session-id': session.sdkSessionId,
  };
}
