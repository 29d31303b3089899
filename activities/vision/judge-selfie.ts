import type { ChallengeUse } from '../../contract/challenge.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import { applyMinScore } from './apply-min-score.js';
import type { SignEffect } from './capture-sign.js';
import type { Judgement } from '../../contract/judgement.js';

const FAILED = 'LIVENESS_CHECK_FAILED';

/** What was found in a selfie and the frames behind it. */
export interface SelfieEvidence {
  /** Of still and frames, nothing asked of the person. */
  readonly passive: Judgement & {
    readonly livenessScore: number | null;
    readonly isInDoubt: boolean;
  };
  /** Of the signs that were found; see `SIGN_EFFECTS`. */
  readonly effects: readonly SignEffect[];
  /** Frames came, sound or not: the app can answer a challenge. */
  readonly hasFrames: boolean;
  /** Null where the attempt carries no challenge. */
  readonly isAnswered: boolean | null;
}

export interface SelfieRules {
  /** The partner's own threshold; null leaves the model's verdict as it is. */
  readonly minScore: number | null;
  readonly challengeUse: ChallengeUse;
}

/**
 * What follows from everything that a selfie shows. Certain fraud and a clear spoof end it; a
 * picture that cannot be judged is taken again; an open challenge has to be answered by a face that passes
 * as living besides, and where none is open, doubt asks for one from whoever can answer.
 */
export function judgeSelfie(evidence: SelfieEvidence, rules: SelfieRules): Judgement {
  const { passive, effects, isAnswered } = evidence;
  if (effects.includes('REJECT')) return { verdict: 'REJECT', reasonCode: 'FRAUD_REJECT' };
  if (passive.verdict === 'REJECT') return passive;
  if (!isJudged(passive)) return passive;
  const hasDoubtfulSign = effects.includes('DOUBT');
  const { minScore } = rules;
  const judged = applyMinScore(passive, passive.livenessScore, { minScore, reasonCode: FAILED });
  // A partner's threshold is a promise: asking for a movement would not keep it.
  if (minScore !== null && judged.verdict !== 'PASS') return judged;
  if (isAnswered !== null) {
    // A movement shows depth and says nothing against a display, so that the looks have to pass too.
    return isAnswered && !hasDoubtfulSign ? judged : askAgain('CHALLENGE_FAILED');
  }
  return judgeUnasked(judged, { evidence, rules, hasDoubtfulSign });
}

/** Whether a picture says something about liveness: of others the verdict says why it does not. */
export function isJudged({ verdict, reasonCode }: Judgement): boolean {
  return verdict === 'PASS' || reasonCode === FAILED;
}

interface Unasked {
  readonly evidence: SelfieEvidence;
  readonly rules: SelfieRules;
  readonly hasDoubtfulSign: boolean;
}

/** The person was asked for a selfie and nothing else. */
function judgeUnasked(judged: Judgement, { evidence, rules, hasDoubtfulSign }: Unasked): Judgement {
  const { passive, hasFrames } = evidence;
  const { minScore, challengeUse } = rules;
  // The model's doubt is about its own operating point, which a threshold of the partner replaces.
  const isDoubtful =
    hasDoubtfulSign || judged.verdict !== 'PASS' || (minScore === null && passive.isInDoubt);
  const isAsked =
    challengeUse === 'IF_IN_DOUBT' ? isDoubtful && hasFrames : challengeUse === 'ALWAYS';
  if (isAsked) return askAgain('CHALLENGE_REQUIRED');
  return hasDoubtfulSign ? askAgain(FAILED) : judged;
}

function askAgain(reasonCode: ReasonCode): Judgement {
  return { verdict: 'RETRY', reasonCode };
}
