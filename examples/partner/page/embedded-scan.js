/* global document */
import { call } from './backend.js';

/**
 * What this page uses of the Web SDK. In a project with a bundler: `npm install` it and import
 * `launchKtpScan`, its types included.
 *
 * @typedef {{
 *   correlationId: string,
 *   status: 'COMPLETED' | 'NOT_COMPLETED' | 'ERROR',
 *   error?: {code: string, title: string, message: string},
 * }} Completion
 *
 * @typedef {{
 *   launchKtpScan: (
 *     options: {
 *       baseURL: string,
 *       correlationId: string,
 *       token: string,
 *       theme: object | null,
 *       language: string,
 *     },
 *     onCompletion: (completion: Completion) => void,
 *   ) => unknown,
 * }} WebSdk
 *
 * @typedef {{partnerSessionId: string, userToken: string, kenaliUrl: string}} EmbeddedSession
 */

/** The colours of this shop. What is left out stays as it is. */
const THEME = {
  light: { accent: '#0f5c57', surface: '#ffffff', ink: '#1d2b2a' },
  dark: { accent: '#7fd1c4', onAccent: '#0d2523', surface: '#1d2425', ink: '#edf1ee' },
  radius: 14,
  brandName: 'Toko Contoh',
};

/**
 * @param {string} showcase
 * @returns {() => Promise<string | null>} scans a card over this page; gives back the session, or
 *   null when the person left, who can go on with it by scanning again
 */
export function createEmbeddedScan(showcase) {
  /** @type {string | undefined} */
  let goOn;
  return async () => {
    const session = /** @type {EmbeddedSession} */ (
      await call('POST', '/api/embedded-sessions', { showcase, ...(goOn && { goOn }) })
    );
    goOn = session.partnerSessionId;
    const { status, error } = await launch(session);
    if (status === 'NOT_COMPLETED') return null;
    if (status === 'ERROR') throw new Error(error?.message ?? 'It did not work.');
    goOn = undefined;
    return session.partnerSessionId;
  };
}

/**
 * @param {EmbeddedSession} session
 * @returns {Promise<Completion>}
 */
async function launch({ partnerSessionId, userToken, kenaliUrl }) {
  const address = `${kenaliUrl}/sdk/web/v1/kenali.mjs`;
  /** @type {unknown} */
  const loaded = await import(address);
  const { launchKtpScan } = /** @type {WebSdk} */ (loaded);
  return new Promise((resolve) => {
    launchKtpScan(
      {
        baseURL: kenaliUrl,
        correlationId: partnerSessionId,
        token: userToken,
        theme: THEME,
        language: document.documentElement.lang,
      },
      resolve,
    );
  });
}
