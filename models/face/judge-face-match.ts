import type { Judgement } from '../../contract/judgement.js';
import { compareFaces, type FacePairKind } from './compare-faces.js';
import type { EmbeddedFace } from './face-embedder.js';
import type { FaceMatchThresholds, ScoreScale } from './thresholds.js';

export type FaceMatchJudgement = Judgement & {
  /** 0 to 1, rounded to four decimals; 0.5 is the operating point. */
  readonly faceMatchScore: number;
  /** Whether the score is at least 0.5. */
  readonly match: boolean;
  /** Whether the score lies so close to 0.5 that another picture may change the answer. */
  readonly isInDoubt: boolean;
};

/** Turns two embedded faces into score and verdict. */
export function judgeFaceMatch(
  [a, b]: readonly [EmbeddedFace, EmbeddedFace],
  kind: FacePairKind,
  thresholds: FaceMatchThresholds,
): FaceMatchJudgement {
  const faceMatchScore = scoreOf(compareFaces(a, b, kind), thresholds[kind.pair][kind.model]);
  const [low, high] = thresholds.doubtful;
  const match = faceMatchScore >= 0.5;
  const isInDoubt = faceMatchScore >= low && faceMatchScore < high;
  if (match) return { faceMatchScore, match, isInDoubt, verdict: 'PASS', reasonCode: null };
  const isClearMismatch =
    faceMatchScore < low &&
    [a, b].every(({ strength }) => strength === null || strength >= thresholds.clearStrength);
  return {
    faceMatchScore,
    match,
    isInDoubt,
    verdict: isClearMismatch ? 'REJECT' : 'RETRY',
    reasonCode: 'FACE_MATCH_FAILED',
  };
}

const LOGIT_AT_DOUBT = Math.log(4);

/**
 * A logistic curve through 0.5 at the operating point and 0.8 where doubt ends. It orders pairs as the
 * similarity does; it is no probability.
 */
function scoreOf(similarity: number, { operating, doubt }: ScoreScale): number {
  const distance = similarity - operating;
  const score = 1 / (1 + Math.exp((-LOGIT_AT_DOUBT * distance) / doubt));
  const rounded = Math.round(score * 10_000) / 10_000;
  // Rounding must not lift a mismatch onto the operating point.
  return distance < 0 ? Math.min(rounded, 0.4999) : rounded;
}
