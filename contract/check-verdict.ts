import type { CheckName, DocumentType } from './flow.js';
import type { ReasonCode } from './reason-code.js';

/**
 * What one check says about the captures it looked at. Small on purpose: it travels through the
 * workflow history, while fields and scores go to the database.
 *
 * `RETRY` asks for another picture while attempts are left; `REJECT` ends the submission INVALID.
 * `captures` names the ones to take again; empty for `PASS`.
 */
export interface CheckVerdict {
  readonly check: CheckName;
  readonly verdict: 'PASS' | 'RETRY' | 'REJECT';
  readonly reasonCode: ReasonCode | null;
  readonly captures: readonly DocumentType[];
}
