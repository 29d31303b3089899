import type { BurstSignName } from '../frames/burst-sign.js';

/**
 * What speaks against the person or the camera, beside those of every burst.
 *
 * - `another-person`: how far the least alike frame's face is from the still's.
 * - `another-scene`: how little a frame looks like the one before it.
 * - `several-faces`: frames with a second face of comparable size.
 */
export type ChallengeSignName =
  BurstSignName | 'another-person' | 'another-scene' | 'several-faces';

export interface ChallengeSign {
  readonly name: ChallengeSignName;
  /** The more, the likelier a deceit; each sign has its own scale. */
  readonly score: number;
  readonly threshold: number;
  /** Whether the score reaches the threshold. */
  readonly isSpoof: boolean;
}

/** What an answer needs. */
export type ChallengeCriterionName = MovementCriterionName | `then-${MovementCriterionName}`;

/** `then-` stands before those of a second movement. */
type MovementCriterionName =
  | 'faces'
  | 'face-count'
  | 'start'
  | 'movement'
  | 'depth'
  | 'steps'
  | 'way-back'
  | 'perspective'
  | 'closed'
  | 'open-again'
  | 'stillness'
  | 'other-movement'
  | 'return';

export interface ChallengeCriterion {
  readonly name: ChallengeCriterionName;
  readonly score: number;
  readonly threshold: number;
  readonly isMet: boolean;
}

export function needAtLeast(
  name: ChallengeCriterionName,
  score: number,
  threshold: number,
): ChallengeCriterion {
  return { name, score: roundScore(score), threshold, isMet: score >= threshold };
}

export function needAtMost(
  name: ChallengeCriterionName,
  score: number,
  threshold: number,
): ChallengeCriterion {
  return { name, score: roundScore(score), threshold, isMet: score <= threshold };
}

export function roundScore(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
