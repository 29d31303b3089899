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

/** One random action, good for one confirm in a short time. */
export interface Challenge {
  /** Names this challenge; no other has it. */
  readonly nonce: string;
  readonly action: ChallengeAction;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Contract §15.1 and §15.3. */
export const CHALLENGE_LIFETIME_MS = 120_000;
export const MAX_CHALLENGES = 2;
