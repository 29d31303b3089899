/** What a person is asked to do in front of the camera, so that no picture can stand in for them. */
export const ChallengeAction = {
  TURN_LEFT: 'TURN_LEFT',
  TURN_RIGHT: 'TURN_RIGHT',
  NOD: 'NOD',
  BLINK: 'BLINK',
  COME_CLOSER: 'COME_CLOSER',
} as const;
export type ChallengeAction = (typeof ChallengeAction)[keyof typeof ChallengeAction];

/** When a partner's people are asked for one. */
export const ChallengeUse = {
  NEVER: 'NEVER',
  /** Where the pictures leave it open whether a living person is there. */
  IF_IN_DOUBT: 'IF_IN_DOUBT',
  ALWAYS: 'ALWAYS',
} as const;
export type ChallengeUse = (typeof ChallengeUse)[keyof typeof ChallengeUse];

/** What a person is asked to do, in one recording. */
export interface AskedMovements {
  readonly action: ChallengeAction;
  /** Another one after it, with the face to the front between; absent where one is all. */
  readonly then?: ChallengeAction;
}

/** Random movements, good for one confirm in a short time. */
export interface Challenge extends AskedMovements {
  /** Names this challenge; no other has it. */
  readonly nonce: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** In their order. */
export function listMovements({ action, then }: AskedMovements): readonly ChallengeAction[] {
  return then === undefined ? [action] : [action, then];
}

/** Two movements one after the other fit a recording chosen before half as often as one (ADR 0025). */
export const MAX_MOVEMENTS = 2;

/** Between two pictures of an answer: at 30 frames a second every eighth, about three seconds a movement. */
export const ANSWER_SPACING_MS = 260;

/**
 * How many pictures our capture app takes of so many movements, `ANSWER_SPACING_MS` apart: as many of each. Two follow each
 * other a little faster than one is made (ADR 0025).
 */
export function countAnswerFrames(movements: number): number {
  return movements > 1 ? 10 * movements : 12;
}

/** Contract §15.1 and §15.3. */
export const CHALLENGE_LIFETIME_MS = 120_000;
export const MAX_CHALLENGES = 2;
