import type { FlowName } from './flow.js';
import type { ReasonCode } from './reason-code.js';
import type { SubmissionResult, SubmissionStatus } from './submission.js';
import type { SubmissionDetails } from './submission-details.js';

/**
 * Delays between callback attempts in milliseconds, before jitter: the Standard Webhooks 1.0
 * ladder. Ten attempts over a little more than three days, then the delivery is dead.
 */
export const CALLBACK_RETRY_DELAYS_MS: readonly number[] = [
  5_000,
  5 * 60_000,
  30 * 60_000,
  2 * 3_600_000,
  5 * 3_600_000,
  10 * 3_600_000,
  14 * 3_600_000,
  20 * 3_600_000,
  24 * 3_600_000,
];

/** How long a partner may take to answer a callback. */
export const CALLBACK_TIMEOUT_MS = 15_000;

/**
 * `SKIPPED`: the partner has no callback, or a disabled one, or the submission is erased. `DEAD`:
 * given up.
 */
export const DeliveryState = {
  PENDING: 'PENDING',
  DELIVERED: 'DELIVERED',
  DEAD: 'DEAD',
  SKIPPED: 'SKIPPED',
} as const;
export type DeliveryState = (typeof DeliveryState)[keyof typeof DeliveryState];

/** Why a try did not deliver. */
export type DeliveryErrorClass = 'TIMEOUT' | 'CONNECTION' | 'ADDRESS_REFUSED' | 'HTTP_STATUS';

/** `minimal` sends the four documented core fields, `full` the whole body without images. */
export const CallbackPayload = { minimal: 'minimal', full: 'full' } as const;
export type CallbackPayload = (typeof CallbackPayload)[keyof typeof CallbackPayload];

export interface MinimalCallbackBody {
  readonly submissionId: string;
  readonly status: Exclude<SubmissionStatus, 'IN_PROGRESS'>;
  readonly result: SubmissionResult | null;
  readonly reasonCode: ReasonCode | null;
  /** Only of sandbox submissions: nobody was verified. */
  readonly environment?: 'SANDBOX';
}

/** Not enveloped, unlike every other body of the contract. */
export interface FullCallbackBody extends MinimalCallbackBody {
  readonly submissionType: FlowName;
  readonly userId: string;
  readonly userIdType: string;
  readonly partnerSessionId: string;
  /** ISO 8601 in UTC. */
  readonly processedAt: string;
  readonly submissionDetails: SubmissionDetails;
}

/** A message to try an endpoint with. Its submission does not exist. */
export interface TestCallbackBody extends MinimalCallbackBody {
  readonly test: true;
}
