import type { OnCompletion } from './completion.js';
import { launch } from './launch.js';
import type { LaunchHandle, LaunchOptions, SdkDefaults } from './launch-options.js';

export { readCompletion } from './completion.js';
export type { Completion, CompletionStatus, OnCompletion } from './completion.js';
export type { LaunchHandle, LaunchMode, LaunchOptions, SdkDefaults } from './launch-options.js';
export { OneKycErrorCode } from './sdk-error.js';
export type { OneKycError } from './sdk-error.js';
export { DefaultOneKycKTPScanFlowTheme } from './theme.js';
export type { OneKycSelfieKTPScanFlowTheme, OneKycTheme, OneKycThemeColours } from './theme.js';

/** Begins one flow, in the click of the person: a popup that opens later is blocked. */
export type Launch = (options: LaunchOptions, onCompletion: OnCompletion) => LaunchHandle;

export interface OneKycSdk {
  readonly launchKtpScan: Launch;
  /** The same, as the native SDKs spell it. */
  readonly launchKTPScan: Launch;
  /** KYC Lite. */
  readonly launchKYCVerification: Launch;
  readonly launchSelfieLiveness: Launch;
  /** Face Verification. */
  readonly launchSelfieVerification: Launch;
}

/** The launches of all flows, with what they have in common given once. */
export function initialise(defaults: SdkDefaults = {}): OneKycSdk {
  const of =
    (flow: string): Launch =>
    (options, onCompletion) =>
      launch(window, flow, { ...defaults, ...options }, onCompletion);
  const launchKtpScan = of('KTP_SCAN');
  return {
    launchKtpScan,
    launchKTPScan: launchKtpScan,
    launchKYCVerification: of('KYC_LITE'),
    launchSelfieLiveness: of('SELFIE_LIVENESS'),
    launchSelfieVerification: of('FACE_VERIFICATION'),
  };
}

export const {
  launchKtpScan,
  launchKTPScan,
  launchKYCVerification,
  launchSelfieLiveness,
  launchSelfieVerification,
} = initialise();
