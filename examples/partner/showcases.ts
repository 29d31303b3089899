import type { AccountName } from './accounts.js';
import type { FlowName } from './kenali-client.js';

/** A page that shows what a flow is bought for. */
export interface Showcase {
  /** Where the person is sent when the capture page is done. */
  readonly page: string;
  readonly flow: FlowName;
  readonly account: AccountName;
}

export const SHOWCASES = {
  signup: { page: '/signup', flow: 'KTP_SCAN', account: 'main' },
  seller: { page: '/seller', flow: 'KYC_LITE', account: 'main' },
  // The visitor's own phone comes back here; the desk's screen never left.
  kiosk: { page: '/kiosk-thanks', flow: 'KYC_LITE', account: 'main' },
  loan: { page: '/loan', flow: 'KTP_SCAN', account: 'main' },
  'face-login': { page: '/face-login', flow: 'FACE_VERIFICATION', account: 'face' },
} as const satisfies Record<string, Showcase>;
