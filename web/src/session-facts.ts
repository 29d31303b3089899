import type { LaunchedSession } from './api/wire-types.js';

/** What a screen needs of the opened session; never the token. */
export type SessionFacts = Pick<
  LaunchedSession,
  | 'partnerSessionId'
  | 'flow'
  | 'captures'
  | 'userLocale'
  | 'theme'
  | 'partnerTheme'
  | 'launchTheme'
  | 'redirect'
  | 'allowFileUpload'
>;

export function factsOf(session: LaunchedSession): SessionFacts {
  const { partnerSessionId, flow, captures, userLocale, redirect, allowFileUpload } = session;
  const { theme, partnerTheme, launchTheme } = session;
  const look = { theme, partnerTheme, launchTheme };
  return { partnerSessionId, flow, captures, userLocale, redirect, allowFileUpload, ...look };
}
