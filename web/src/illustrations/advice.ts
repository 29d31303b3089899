import type { RetryReason } from '../i18n/retry-reason.js';

/** What a person can do better; each is one drawing. */
export type Advice =
  | 'IN_FRAME'
  | 'CLOSER'
  | 'AWAY'
  | 'STEADY'
  | 'LIGHT'
  | 'NO_GLARE'
  | 'UNCOVERED'
  | 'REAL_ONE'
  | 'ALONE'
  | 'AHEAD';

const ADVICE: Readonly<Record<RetryReason, Advice>> = {
  KTP_NOT_FOUND: 'IN_FRAME',
  KTP_BLURRY: 'STEADY',
  KTP_DARK: 'LIGHT',
  KTP_OVEREXPOSED: 'NO_GLARE',
  KTP_GLARE: 'NO_GLARE',
  KTP_OBSTRUCTED: 'UNCOVERED',
  KTP_CROPPED: 'IN_FRAME',
  KTP_TOO_SMALL: 'CLOSER',
  KTP_NOT_READABLE: 'STEADY',
  FACE_NOT_FOUND: 'AHEAD',
  MULTIPLE_FACES: 'ALONE',
  FACE_TOO_SMALL: 'CLOSER',
  FACE_TOO_CLOSE: 'AWAY',
  FACE_BLURRY: 'STEADY',
  FACE_DARK: 'LIGHT',
  FACE_OCCLUDED: 'UNCOVERED',
  FACE_NOT_FRONTAL: 'AHEAD',
  NOT_EKTP: 'REAL_ONE',
  KTP_PHOTOCOPY: 'REAL_ONE',
  KTP_SCREEN_CAPTURE: 'REAL_ONE',
  KTP_TAMPERED: 'REAL_ONE',
  FACE_MATCH_FAILED: 'LIGHT',
  CHALLENGE_REQUIRED: 'AHEAD',
  CHALLENGE_FAILED: 'AHEAD',
  LIVENESS_CHECK_FAILED: 'REAL_ONE',
};

/** The drawing for a code; `null` for one of the open list that has no words of its own either. */
export function findAdvice(reasonCode: string | null): Advice | null {
  return Object.entries(ADVICE).find(([code]) => code === reasonCode)?.[1] ?? null;
}
