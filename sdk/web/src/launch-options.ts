import type { OneKycTheme } from './theme.js';

/** How the capture app is shown: over the page, in a window of its own, or in place of the page. */
export type LaunchMode = 'overlay' | 'popup' | 'redirect';

/** What every launch can have in common; `initialise` takes it once. */
export interface SdkDefaults {
  /** Origin of the installation, such as `https://kyc.example`. */
  readonly baseURL?: string;
  /** `null`, as by default, leaves the theme that you are set to, else the default theme. */
  readonly theme?: OneKycTheme | null;
  /** @default 'overlay' */
  readonly mode?: LaunchMode;
  /** Language of the pages; by default that of the session. */
  readonly language?: 'id' | 'en';
}

export interface LaunchOptions extends SdkDefaults {
  /** The `x-partner-session-id` that your backend began the session with. */
  readonly correlationId: string;
  /** The user token that your backend got for this person. */
  readonly token: string;
}

export interface LaunchHandle {
  /** Ends the visit as the person would by closing it. The submission stays open. */
  close(): void;
}
