import { getRandomStream, patched, uuid4 } from '@temporalio/workflow';
import { CHALLENGE_LIFETIME_MS, ChallengeAction, type Challenge } from '../contract/challenge.js';

/**
 * Those that part a head from moving paper (ADR 0024). A blink and coming closer are judged when they are
 * asked, and not asked of anybody: half of the people who do them would be refused.
 */
const ACTIONS = [
  ChallengeAction.TURN_LEFT,
  ChallengeAction.TURN_RIGHT,
  ChallengeAction.NOD,
] as const;

/** Random to the person; inside the sandbox the same on every replay. */
export function drawChallenge(): Challenge {
  const action = ACTIONS[Math.floor(drawNumber() * ACTIONS.length)] ?? ChallengeAction.NOD;
  const expiresAt = new Date(Date.now() + CHALLENGE_LIFETIME_MS).toISOString();
  return { nonce: uuid4(), action, expiresAt };
}

/**
 * The sandbox's random numbers all follow from each other, and 122 bits of them are told as the nonce:
 * whoever knew the first nonce could work the next action out. So actions have numbers of their own.
 */
function drawNumber(): number {
  return patched('actions are drawn apart')
    ? getRandomStream('challenge actions').random()
    : Math.random();
}

/** An answer that comes later may have been prepared. */
export function isExpired({ expiresAt }: Challenge): boolean {
  return Date.now() > Date.parse(expiresAt);
}
