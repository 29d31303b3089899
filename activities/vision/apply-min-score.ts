import type { ReasonCode } from '../../contract/reason-code.js';
import type { Judgement } from '../../contract/judgement.js';

export interface ScoreRule {
  /** The partner's own threshold; null leaves the model's verdict as it is. */
  readonly minScore: number | null;
  /** The reason of a score that is too low. */
  readonly reasonCode: ReasonCode;
}

/**
 * Moves the line between passing and doubt to the partner's threshold. What the model rejects
 * clearly stays rejected, and a picture that it cannot judge stays so.
 */
export function applyMinScore(
  judged: Judgement,
  score: number | null,
  { minScore, reasonCode }: ScoreRule,
): Judgement {
  const isOfScore = judged.verdict === 'PASS' || judged.reasonCode === reasonCode;
  if (minScore === null || score === null || judged.verdict === 'REJECT' || !isOfScore) {
    return judged;
  }
  return score >= minScore
    ? { verdict: 'PASS', reasonCode: null }
    : { verdict: 'RETRY', reasonCode };
}
