import type { ReasonCode } from '../../contract/reason-code.js';
import { cosineOf, type EmbeddedFace } from './face-embedder.js';
import type { FaceMatchThresholds } from './thresholds.js';

export interface FaceMatchJudgement {
  /** 0 to 1, rounded to four decimals; 0.5 is the operating point. */
  readonly faceMatchScore: number;
  readonly match: boolean;
  readonly verdict: 'PASS' | 'RETRY' | 'REJECT';
  readonly reasonCode: ReasonCode | null;
}

/** Turns two embedded faces into score and verdict. */
export function judgeFaceMatch(
  a: EmbeddedFace,
  b: EmbeddedFace,
  thresholds: FaceMatchThresholds,
): FaceMatchJudgement {
  const cosine = cosineOf(a.embedding, b.embedding);
  const faceMatchScore = scoreOf(cosine, thresholds);
  if (cosine >= thresholds.operatingCosine) {
    return { faceMatchScore, match: true, verdict: 'PASS', reasonCode: null };
  }
  const isClearMismatch =
    cosine < thresholds.mismatchCosine &&
    Math.min(a.strength, b.strength) >= thresholds.clearStrength;
  const verdict = isClearMismatch ? 'REJECT' : 'RETRY';
  return { faceMatchScore, match: false, verdict, reasonCode: 'FACE_MATCH_FAILED' };
}

/**
 * A logistic curve through 0.5 at the operating cosine. It orders pairs as the cosine does; it is
 * no probability.
 */
function scoreOf(cosine: number, { operatingCosine, scoreSlope }: FaceMatchThresholds): number {
  const score = 1 / (1 + Math.exp(-scoreSlope * (cosine - operatingCosine)));
  const rounded = Math.round(score * 10_000) / 10_000;
  // Rounding must not lift a mismatch onto the operating point.
  return cosine < operatingCosine ? Math.min(rounded, 0.4999) : rounded;
}
