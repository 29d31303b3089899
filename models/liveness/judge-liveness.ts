import type { ReasonCode } from '../../contract/reason-code.js';
import type { Region, Size } from '../image/region.js';
import { enlargeInside } from './liveness-crop.js';
import type { LivenessThresholds } from './thresholds.js';
import type { Judgement } from '../../contract/judgement.js';

export interface ScoredFace {
  /** See `tightFaceBox`. */
  readonly box: Region;
  readonly score: number;
  /** The photograph's size. */
  readonly image: Size;
}

export type LivenessJudgement = Judgement & {
  readonly live: boolean;
  /** 0 to 1 with 0.5 as the operating point; `null` where nothing could be judged. */
  readonly livenessScore: number | null;
  /** The score is on neither side for certain: an active challenge would tell. */
  readonly isInDoubt: boolean;
};

/**
 * The score of a still and its frames. Frames clear no still that fails alone: the match with the card looks at
 * the still, and they may be of somebody else.
 *
 * @param fused of both together
 */
export function limitByStill(
  { still, fused }: { readonly still: number; readonly fused: number },
  { operatingScore }: Pick<LivenessThresholds, 'operatingScore'>,
): number {
  return still < operatingScore ? Math.min(still, fused) : fused;
}

/**
 * Too close or too small a face is asked for again and has no score: the network was not made for
 * it, so what it says means nothing, in either direction.
 */
export function judgeLiveness(
  { box, score, image }: ScoredFace,
  limits: LivenessThresholds,
): LivenessJudgement {
  if (box.width < limits.minFaceWidthPx) {
    return askAgain('FACE_TOO_SMALL');
  }
  if (enlargeInside(box, image, Infinity).scale < limits.minCropScale) {
    return askAgain('FACE_TOO_CLOSE');
  }
  const isInDoubt = score >= limits.spoofScore && score < limits.sureScore;
  if (score >= limits.operatingScore) {
    return { live: true, livenessScore: score, isInDoubt, verdict: 'PASS', reasonCode: null };
  }
  const verdict = score < limits.spoofScore ? 'REJECT' : 'RETRY';
  const reasonCode = 'LIVENESS_CHECK_FAILED';
  return { live: false, livenessScore: score, isInDoubt, verdict, reasonCode };
}

/** No picture to judge: nothing is in doubt, and nothing is known. */
export function askAgain(reasonCode: ReasonCode): LivenessJudgement {
  return { live: false, livenessScore: null, isInDoubt: false, verdict: 'RETRY', reasonCode };
}
