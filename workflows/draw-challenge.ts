import { uuid4 } from '@temporalio/workflow';
import { CHALLENGE_LIFETIME_MS, ChallengeAction, type Challenge } from '../contract/challenge.js';

const ACTIONS = Object.values(ChallengeAction);

/** Random to the person; inside the sandbox the same on every replay. */
export function drawChallenge(): Challenge {
  const action = ACTIONS[Math.floor(Math.random() * ACTIONS.length)] ?? ChallengeAction.NOD;
  const expiresAt = new Date(Date.now() + CHALLENGE_LIFETIME_MS).toISOString();
  return { nonce: uuid4(), action, expiresAt };
}

/** An answer that comes later may have been prepared. */
export function isExpired({ expiresAt }: Challenge): boolean {
  return Date.now() > Date.parse(expiresAt);
}
