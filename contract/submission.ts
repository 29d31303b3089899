import type { ReasonCode, TechnicalCode } from './reason-code.js';

export const SubmissionStatus = {
  IN_PROGRESS: 'IN_PROGRESS',
  COMPLETED: 'COMPLETED',
  ERROR: 'ERROR',
} as const;
export type SubmissionStatus = (typeof SubmissionStatus)[keyof typeof SubmissionStatus];

export const SubmissionResult = { VALID: 'VALID', INVALID: 'INVALID' } as const;
export type SubmissionResult = (typeof SubmissionResult)[keyof typeof SubmissionResult];

/** What the capture app or SDK does next; `null` on the wire while there is nothing to do. */
export const NextAction = { RETRY: 'RETRY', STATUS: 'STATUS', EXIT: 'EXIT' } as const;
export type NextAction = (typeof NextAction)[keyof typeof NextAction];

/** Who shows the result: `KENALI` our status screen, `PARTNER` the partner's own page. */
export const ResultScreen = { KENALI: 'KENALI', PARTNER: 'PARTNER' } as const;
export type ResultScreen = (typeof ResultScreen)[keyof typeof ResultScreen];

/** `SDK` is answered with a user token, `WEB_SDK` with a launch URL. */
export const SubmissionSource = { SDK: 'SDK', WEB_SDK: 'WEB_SDK' } as const;
export type SubmissionSource = (typeof SubmissionSource)[keyof typeof SubmissionSource];

/** How a submission ended. A rejected person is a result, not an error. */
export type SubmissionOutcome =
  | { readonly status: 'COMPLETED'; readonly result: 'VALID'; readonly reasonCode: null }
  | { readonly status: 'COMPLETED'; readonly result: 'INVALID'; readonly reasonCode: ReasonCode }
  | { readonly status: 'ERROR'; readonly result: null; readonly reasonCode: TechnicalCode };

/** By the partner's result screen. */
export type FinalAction = Extract<NextAction, 'STATUS' | 'EXIT'>;

/** What the capture app does once a submission has ended. */
export function nextActionAfter(outcome: SubmissionOutcome, finalAction: FinalAction): FinalAction {
  if (outcome.status === 'COMPLETED') return finalAction;
  return outcome.reasonCode === 'CANCELLED_BY_PARTNER' ? NextAction.EXIT : NextAction.STATUS;
}
