import { ConnectionError, isRefusal, NotEmbeddedError } from './api/api-error.js';
import type { CaptureApi } from './api/capture-api.js';
import { renewInstead } from './api/renew-instead.js';
import type { LaunchedSession } from './api/wire-types.js';
import type { OpenFailure } from './screen.js';

export interface OpenSessionOptions {
  readonly api: Pick<CaptureApi, 'exchange' | 'renew'>;
  /** From the URL's fragment; `null` on a reload, when it has been dropped. */
  readonly launchToken: string | null;
  /** Called once the token has been answered for and must not stay in the URL. */
  readonly forgetToken: () => void;
}

/**
 * Opens the session by its launch token, or by the cookie of an earlier visit where the token is
 * gone or used up: the same person tapping the same link twice is the common case of that.
 * A lost connection or a proxy's word keeps the token, so that another try can use it.
 */
export async function openSession(options: OpenSessionOptions): Promise<LaunchedSession> {
  const { api, launchToken, forgetToken } = options;
  if (launchToken === null) return api.renew();
  try {
    const session = await api.exchange(launchToken);
    forgetToken();
    return session;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    forgetToken();
    return await renewInstead(api, error);
  }
}

const FAILURE_BY_REASON: ReadonlyMap<string, OpenFailure> = new Map([
  ['LAUNCH_TOKEN_ALREADY_USED', 'LINK_USED'],
  ['LAUNCH_TOKEN_EXPIRED', 'LINK_EXPIRED'],
  ['LAUNCH_TOKEN_INVALID', 'LINK_INVALID'],
]);

/** Why opening failed, for the person. `hadToken`: whether the link still carried its token. */
export function openFailureOf(error: unknown, hadToken: boolean): OpenFailure {
  if (error instanceof ConnectionError) return 'NO_CONNECTION';
  if (error instanceof NotEmbeddedError) return 'NOT_EMBEDDED';
  if (!isRefusal(error)) return 'SERVICE';
  if (!hadToken) return 'LINK_MISSING';
  return FAILURE_BY_REASON.get(error.reason) ?? 'LINK_INVALID';
}
