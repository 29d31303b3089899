import type { LaunchMode } from './launch-options.js';
import { isWebAddress } from './parse-address.js';
import { OneKycErrorCode, refusalError, sdkError, type OneKycError } from './sdk-error.js';

export interface LaunchRequest {
  readonly baseURL: string;
  readonly flow: string;
  readonly mode: LaunchMode;
  readonly correlationId: string;
  readonly token: string;
}

export interface Launch {
  readonly submissionId: string;
  readonly launchUrl: string;
}

export type LaunchAnswer = Launch | { readonly error: OneKycError };

/** Longer than a slow connection needs for a small answer, shorter than patience. */
const TIMEOUT_MS = 20_000;

/** Asks where the capture app is for this session. Never rejects. */
export async function askLaunch(page: Window, request: LaunchRequest): Promise<LaunchAnswer> {
  const timeout = new AbortController();
  const timer = page.setTimeout(() => {
    timeout.abort();
  }, TIMEOUT_MS);
  try {
    const answer = await page.fetch(new URL('/web/v1/sdk/launch', request.baseURL).href, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-onekyc-token': request.token,
        'x-partner-session-id': request.correlationId,
        'x-sdk-session-id': request.correlationId,
      },
      body: JSON.stringify({ flow: request.flow, mode: request.mode.toUpperCase() }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: timeout.signal,
    });
    const body: unknown = await answer.json();
    if (!answer.ok) return { error: refusalError(answer.status, readCause(body)) };
    return readLaunch(body) ?? { error: unusable() };
  } catch {
    return { error: sdkError(OneKycErrorCode.NETWORK, `${request.baseURL} cannot be reached.`) };
  } finally {
    page.clearTimeout(timer);
  }
}

/** A member of what may be anything. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readLaunch(body: unknown): Launch | null {
  const data = member(body, 'data');
  const submissionId = text(member(data, 'submissionId'));
  const launchUrl = member(data, 'launchUrl');
  return submissionId !== undefined && isWebAddress(launchUrl) ? { submissionId, launchUrl } : null;
}

function readCause(body: unknown): string | undefined {
  return text(member(member(member(body, 'errors'), '0'), 'cause'));
}

function unusable(): OneKycError {
  return sdkError(OneKycErrorCode.UNKNOWN, 'The service answered something else.');
}
