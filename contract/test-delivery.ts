import type { DeliveryErrorClass } from './callback.js';

export interface TestDeliveryInput {
  readonly partnerCode: string;
  /** Sent as `webhook-id`. Without dots, 64 characters at most, new for every test. */
  readonly webhookId: string;
}

/** What became of a test message. Nothing of it is recorded. */
export interface TestDeliveryReport {
  /** Null when there was no answer. */
  readonly httpStatus: number | null;
  /** Null when delivered. */
  readonly errorClass: DeliveryErrorClass | null;
  readonly durationMs: number;
  /** The beginning of a refusing answer, redacted; null when delivered or unanswered. */
  readonly answerExcerpt: string | null;
}
