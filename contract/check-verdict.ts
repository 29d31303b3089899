import type { CheckName, DocumentType } from './flow.js';
import type { ReasonCode } from './reason-code.js';

/**
 * What one check says about the captures it looked at. Small on purpose: it travels through the
 * workflow history, while fields and scores go to the database.
 *
 * `RETRY` asks for another picture while attempts are left; `REJECT` ends the submission INVALID.
 * `captures` names the ones to take again.
 */
export type CheckVerdict =
  | { readonly check: CheckName; readonly verdict: 'PASS' }
  | {
      readonly check: CheckName;
      readonly verdict: 'RETRY';
      readonly reasonCode: ReasonCode;
      readonly captures: readonly DocumentType[];
    }
  | { readonly check: CheckName; readonly verdict: 'REJECT'; readonly reasonCode: ReasonCode };
