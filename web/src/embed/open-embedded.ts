import { isRefusal, NotEmbeddedError } from '../api/api-error.js';
import { callJson, type Fetch } from '../api/call-json.js';
import { readLaunchedSession, type LaunchedSession } from '../api/wire-types.js';
import type { HandedSession } from './read-begin.js';

export interface OpenEmbeddedOptions {
  readonly fetch: Fetch;
  readonly publicId: string;
  readonly sdkSessionId: string;
  readonly embedOrigin: string;
}

/**
 * Opens the session by the token that was handed over. Whether the page's origin is registered is
 * for the service to say; a refusal of whatever kind leaves the person one way: back there.
 *
 * @throws NotEmbeddedError, ConnectionError, ApiError of a service in trouble
 */
export async function openEmbedded(
  { fetch, publicId, sdkSessionId, embedOrigin }: OpenEmbeddedOptions,
  { token, correlationId, userLocale, theme }: HandedSession,
): Promise<LaunchedSession> {
  try {
    const data = await callJson(fetch, {
      method: 'POST',
      path: '/web/v1/sdk/session',
      headers: {
        'x-onekyc-token': token,
        'x-partner-session-id': correlationId,
        'x-sdk-session-id': sdkSessionId,
      },
      body: { publicId, embedOrigin },
    });
    const session = readLaunchedSession({ ...data, userToken: token });
    return {
      ...session,
      userLocale: userLocale ?? session.userLocale,
      launchTheme: theme,
    };
  } catch (error) {
    throw isRefusal(error) ? new NotEmbeddedError({ cause: error }) : error;
  }
}
