/**
 * Reason codes by what they do to a submission.
 *
 * - quality: the picture cannot be judged; asked for again while attempts are left.
 * - verdict: the person or document is rejected. A check answers `REJECT` where the rejection is
 *   clear (INVALID at once) and `RETRY` where a better picture may undo it (again while attempts
 *   are left, then INVALID).
 * - technical: nothing was decided about the person; the submission ends in ERROR.
 *
 * Partners must treat the list as open: codes are added without notice.
 */
export const QUALITY_CODES = [
  'KTP_NOT_FOUND',
  'KTP_BLURRY',
  'KTP_DARK',
  'KTP_OVEREXPOSED',
  'KTP_GLARE',
  'KTP_OBSTRUCTED',
  'KTP_CROPPED',
  'KTP_TOO_SMALL',
  'KTP_NOT_READABLE',
  'FACE_NOT_FOUND',
  'MULTIPLE_FACES',
  'FACE_TOO_SMALL',
  'FACE_TOO_CLOSE',
  'FACE_BLURRY',
  'FACE_DARK',
  'FACE_OCCLUDED',
  'FACE_NOT_FRONTAL',
  'CHALLENGE_REQUIRED',
  'CHALLENGE_FAILED',
] as const;

export const VERDICT_CODES = [
  'NOT_EKTP',
  'KTP_PHOTOCOPY',
  'KTP_SCREEN_CAPTURE',
  'FACE_MATCH_FAILED',
  'LIVENESS_CHECK_FAILED',
  'KTP_TAMPERED',
  'NIK_INVALID',
  'FRAUD_REJECT',
  'UNDERAGE',
  'MAX_ATTEMPTS_REACHED',
] as const;

export const TECHNICAL_CODES = [
  'SESSION_TIMEOUT',
  'CANCELLED_BY_PARTNER',
  'REFERENCE_IMAGE_UNAVAILABLE',
  'GENERIC_SERVICE_ERROR',
] as const;

const CHALLENGE_CODES: readonly string[] = ['CHALLENGE_REQUIRED', 'CHALLENGE_FAILED'];

export type QualityCode = (typeof QUALITY_CODES)[number];
export type TechnicalCode = (typeof TECHNICAL_CODES)[number];
export type VerdictCode = (typeof VERDICT_CODES)[number];
export type ReasonCode = QualityCode | VerdictCode | TechnicalCode;

const verdictCodes: ReadonlySet<string> = new Set(VERDICT_CODES);

/** Whether the code rejects the person or document, as opposed to the picture. */
export function isVerdictCode(code: ReasonCode): code is VerdictCode {
  return verdictCodes.has(code);
}

/** Whether the person is asked to answer a challenge, which has a counter of its own. */
export function isChallengeCode(code: ReasonCode): boolean {
  return CHALLENGE_CODES.includes(code);
}
