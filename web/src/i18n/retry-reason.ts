import type { ReasonCode, TechnicalCode } from '../../../contract/reason-code.js';

/** Reasons for which a capture is asked for again. The others end the submission. */
export type RetryReason = Exclude<
  ReasonCode,
  TechnicalCode | 'NIK_INVALID' | 'FRAUD_REJECT' | 'UNDERAGE' | 'MAX_ATTEMPTS_REACHED'
>;

export interface ReasonText {
  /** What was wrong with the picture. */
  readonly what: string;
  /** What to do better. */
  readonly how: string;
}

/** Words in place of those that tell of a card, for a flow that asks for none. */
export type CardlessReasons = Readonly<
  Record<Extract<RetryReason, 'FACE_MATCH_FAILED'>, ReasonText>
>;

/** The words for a code. The list of codes is open, so one that has none gets the general ones. */
export function findReasonText(
  texts: Readonly<Record<string, ReasonText>>,
  general: ReasonText,
  reasonCode: string | null,
): ReasonText {
  if (reasonCode === null) return general;
  return Object.entries(texts).find(([code]) => code === reasonCode)?.[1] ?? general;
}
