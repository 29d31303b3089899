import type { ReasonCode } from '../../contract/reason-code.js';
import type { Region, Size } from '../image/region.js';
import { enlargeInside } from './liveness-crop.js';
import type { LivenessThresholds } from './thresholds.js';

export interface ScoredFace {
  /** See `tightFaceBox`. */
  readonly box: Region;
  readonly score: number;
  /** Of the still alone: a poor one is not cleared of doubt by frames, which may be of somebody else. */
  readonly stillScore: number;
  /** The photograph's size. */
  readonly image: Size;
}

export interface LivenessJudgement {
  readonly live: boolean;
  /** The score is on neither side for certain: an active challenge would tell. */
  readonly isInDoubt: boolean;
  readonly verdict: 'PASS' | 'RETRY' | 'REJECT';
  readonly reasonCode: ReasonCode | null;
}

/**
 * Too close or too small a face is asked for again whatever its score: the network was not made for
 * it, so its score means nothing, in either direction.
 */
export function judgeLiveness(
  { box, score, stillScore, image }: ScoredFace,
  limits: LivenessThresholds,
): LivenessJudgement {
  if (box.width < limits.minFaceWidthPx) {
    return askAgain('FACE_TOO_SMALL');
  }
  if (enlargeInside(box, image, Infinity).scale < limits.minCropScale) {
    return askAgain('FACE_TOO_CLOSE');
  }
  const isSure = score >= limits.sureScore && stillScore >= limits.operatingScore;
  const isInDoubt = score >= limits.spoofScore && !isSure;
  if (score >= limits.operatingScore) {
    return { live: true, isInDoubt, verdict: 'PASS', reasonCode: null };
  }
  const verdict = score < limits.spoofScore ? 'REJECT' : 'RETRY';
  return { live: false, isInDoubt, verdict, reasonCode: 'LIVENESS_CHECK_FAILED' };
}

/** No picture to judge: nothing is in doubt, and nothing is known. */
export function askAgain(reasonCode: ReasonCode): LivenessJudgement {
  return { live: false, isInDoubt: false, verdict: 'RETRY', reasonCode };
}
