import type { ReasonCode } from '../../contract/reason-code.js';
import type { Region } from '../image/region.js';
import type { Size } from '../image/resize-region.js';
import { enlargeInside } from './liveness-crop.js';
import type { LivenessThresholds } from './thresholds.js';

export interface ScoredFace {
  /** See `tightFaceBox`. */
  readonly box: Region;
  readonly score: number;
  /** The photograph's size. */
  readonly image: Size;
}

export interface LivenessJudgement {
  readonly live: boolean;
  readonly verdict: 'PASS' | 'RETRY' | 'REJECT';
  readonly reasonCode: ReasonCode | null;
}

/**
 * Too close or too small a face is asked for again whatever its score: the network was not made for
 * it, so its score means nothing, in either direction.
 */
export function judgeLiveness(
  { box, score, image }: ScoredFace,
  limits: LivenessThresholds,
): LivenessJudgement {
  if (box.width < limits.minFaceWidthPx) {
    return { live: false, verdict: 'RETRY', reasonCode: 'FACE_TOO_SMALL' };
  }
  if (enlargeInside(box, image, Infinity).scale < limits.minCropScale) {
    return { live: false, verdict: 'RETRY', reasonCode: 'FACE_TOO_CLOSE' };
  }
  if (score >= limits.operatingScore) return { live: true, verdict: 'PASS', reasonCode: null };
  const verdict = score < limits.spoofScore ? 'REJECT' : 'RETRY';
  return { live: false, verdict, reasonCode: 'LIVENESS_CHECK_FAILED' };
}
