import { MAX_MOVEMENTS } from '../../../contract/challenge.js';
import { ApiError, isRefusal, NotEmbeddedError, SessionOverError } from './api-error.js';
import { callJson, type Fetch, type JsonCall } from './call-json.js';
import {
  readLaunchedSession,
  readOpenedHandoff,
  readSubmissionProgress,
  readUploadTargets,
  type LaunchedSession,
  type OpenedHandoff,
  type SubmissionProgress,
  type UploadTargets,
} from './wire-types.js';

/** The calls of one session. The user token lives in here, in memory, and nowhere else. */
export interface CaptureApi {
  /** Exchanges the one-time launch token of the URL's fragment; repeatable by this page. Rejects with `ApiError` 401. */
  exchange(launchToken: string): Promise<LaunchedSession>;
  /** Opens the session again from the cookie, after a reload. Rejects with `ApiError` 401. */
  renew(): Promise<LaunchedSession>;
  /** Takes over on a phone by the code of the QR picture; repeatable by this page. Rejects with `ApiError` 401 or 409. */
  claim(code: string): Promise<LaunchedSession>;
  /** A QR picture for a phone; the one before is no longer good. Rejects with `ApiError` 409. */
  openHandoff(): Promise<OpenedHandoff>;
  /** From either side; repeatable. */
  endHandoff(): Promise<void>;
  /** Where the captures of the open attempt are put. */
  readUploadTargets(): Promise<UploadTargets>;
  /** Hands the uploaded captures over to be checked. `attempt` is the one of the upload targets. */
  confirmCaptures(attempt: number): Promise<void>;
  readProgress(): Promise<SubmissionProgress>;
}

export interface CaptureApiOptions {
  readonly fetch: Fetch;
  /** From the path `/s/:publicId`. */
  readonly publicId: string;
  readonly sdkSessionId: string;
  /** Of this page alone: by it a launch token or code opens again whose answer was lost. */
  readonly repeatKey: string;
  /** In a frame or popup of the Web SDK: its token takes the place of launch token and cookie. */
  readonly openEmbedded?: (() => Promise<LaunchedSession>) | undefined;
}

const SUBMISSIONS_PATH = '/coe-partner/v1/submissions';

export function createCaptureApi(options: CaptureApiOptions): CaptureApi {
  const { fetch, publicId, sdkSessionId, repeatKey, openEmbedded } = options;
  let session: LaunchedSession | null = null;
  let renewal: Promise<LaunchedSession> | null = null;

  async function open(path: string, body: object): Promise<LaunchedSession> {
    const data = await callJson(fetch, { method: 'POST', path, body });
    session = readLaunchedSession(data);
    return session;
  }

  /** Calls that find the token expired at the same moment share one renewal. */
  function renew(): Promise<LaunchedSession> {
    renewal ??= reopen().finally(() => {
      renewal = null;
    });
    return renewal;
  }

  async function reopen(): Promise<LaunchedSession> {
    if (openEmbedded === undefined) return open('/web/v1/launch/renew', { publicId });
    session = await openEmbedded();
    return session;
  }

  function callAs(current: LaunchedSession, call: JsonCall): Promise<Record<string, unknown>> {
    return callJson(fetch, {
      ...call,
      headers: {
        'x-onekyc-token': current.userToken,
        'x-partner-session-id': current.partnerSessionId,
        'x-sdk-session-id': sdkSessionId,
        'x-submission-id': current.submissionId,
      },
    });
  }

  /** The user token is short-lived: on 401 it is renewed from the cookie, once. */
  async function call(request: JsonCall): Promise<Record<string, unknown>> {
    const current = requireSession();
    try {
      return await callAs(current, request);
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
    }
    return callAs(await renewOrEnd(), request);
  }

  async function renewOrEnd(): Promise<LaunchedSession> {
    try {
      return await renew();
    } catch (error) {
      const isRefused = isUnauthorized(error) && isRefusal(error);
      const isOver = isRefused || error instanceof NotEmbeddedError;
      throw isOver ? new SessionOverError({ cause: error }) : error;
    }
  }

  function requireSession(): LaunchedSession {
    if (session === null) throw new SessionOverError();
    return session;
  }

  return {
    exchange: (token) => open('/web/v1/launch/exchange', { publicId, token, repeatKey }),
    renew,
    claim: (code) => open('/web/v1/handoff/claim', { publicId, code, repeatKey }),
    async openHandoff() {
      return readOpenedHandoff(await call({ method: 'POST', path: '/web/v1/handoff', body: {} }));
    },
    async endHandoff() {
      await call({ method: 'POST', path: '/web/v1/handoff/end', body: {} });
    },
    async readUploadTargets() {
      const query = new URLSearchParams({ submissionType: requireSession().flow });
      const path = `${SUBMISSIONS_PATH}/url?${query.toString()}`;
      return readUploadTargets(await call({ method: 'GET', path }));
    },
    async confirmCaptures(attempt) {
      const { submissionId } = requireSession();
      const body = { submissionId, attempt, maxMovements: MAX_MOVEMENTS };
      await call({ method: 'PUT', path: `${SUBMISSIONS_PATH}/url`, body });
    },
    async readProgress() {
      return readSubmissionProgress(
        await call({ method: 'GET', path: `${SUBMISSIONS_PATH}/status` }),
      );
    },
  };
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}
