import { getRandomStream, patched, uuid4 } from '@temporalio/workflow';
import {
  CHALLENGE_LIFETIME_MS,
  ChallengeAction,
  listMovements,
  MAX_MOVEMENTS,
  type AskedMovements,
  type Challenge,
} from '../contract/challenge.js';
import type { CaptureGate, ChallengeDue } from './capture-gate.js';

/**
 * Those that part a head from moving paper (ADR 0024). A blink and coming closer are judged when they are
 * asked, and not asked of anybody: half of the people who do them would be refused.
 */
const ACTIONS = [
  ChallengeAction.TURN_LEFT,
  ChallengeAction.TURN_RIGHT,
  ChallengeAction.NOD,
] as const;

/** What the gate knows of the capture app and of what was asked before. */
type Asked = Pick<CaptureGate, 'challenge' | 'maxMovements'>;

/** What the next attempt has to answer, or nothing. */
export function drawChallengeDue(gate: Asked, due: ChallengeDue): Challenge | null {
  switch (due) {
    case 'NONE':
      return null;
    case 'ASKED':
      return drawChallenge(gate);
    case 'UNTOLD':
    case 'AGAIN':
      return patched('an unseen answer is asked again') ? drawChallengeAgain(gate) : null;
  }
}

/** Random to the person; inside the sandbox the same on every replay. */
function drawChallenge({ maxMovements }: Pick<Asked, 'maxMovements'>): Challenge {
  return openChallenge(drawMovements(maxMovements));
}

/**
 * For an answer that came too late or could not be seen. The movements stay: other ones would let whoever holds
 * a recording cover the lens until it fits.
 */
function drawChallengeAgain({ challenge, maxMovements }: Asked): Challenge {
  const isPossible = challenge !== null && listMovements(challenge).length <= maxMovements;
  if (!isPossible || !patched('movements are kept')) return drawChallenge({ maxMovements });
  const { action, then } = challenge;
  return openChallenge({ action, ...(then && { then }) });
}

function openChallenge(asked: AskedMovements): Challenge {
  const expiresAt = new Date(Date.now() + CHALLENGE_LIFETIME_MS).toISOString();
  return { nonce: uuid4(), ...asked, expiresAt };
}

function drawMovements(maxMovements: number): AskedMovements {
  const action = pick(ACTIONS);
  const isOne = maxMovements < MAX_MOVEMENTS || !patched('two movements are drawn');
  return isOne ? { action } : { action, then: pick(ACTIONS.filter((other) => other !== action)) };
}

function pick(actions: readonly ChallengeAction[]): ChallengeAction {
  return actions[Math.floor(drawNumber() * actions.length)] ?? ChallengeAction.NOD;
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
