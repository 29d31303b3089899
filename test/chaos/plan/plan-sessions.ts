import { randomUUID } from 'node:crypto';
import { AttendedFlowName, FlowName } from '../../../contract/flow.js';
import type { PartnerEnvironment } from '../../../contract/sandbox.js';
import { createRandom, type SpecimenRandom } from '../../../models/specimen/specimen-random.js';

/** What the person, or the partner, does with a session. */
export const Conduct = {
  /** Goes on until there is a result. */
  FINISH: 'FINISH',
  /** The partner cancels while the captures are being judged. */
  CANCEL: 'CANCEL',
  /** Opens the session and goes away. */
  LEAVE: 'LEAVE',
  /** Sends the captures and goes away without a confirm. */
  LEAVE_UPLOADED: 'LEAVE_UPLOADED',
  /** Asks for a session once and does not ask again when no answer comes. */
  VANISH: 'VANISH',
} as const;
export type Conduct = (typeof Conduct)[keyof typeof Conduct];

export interface PlannedSession {
  readonly number: number;
  /** Milliseconds since the run began. */
  readonly atMs: number;
  readonly flow: FlowName;
  readonly conduct: Conduct;
  readonly environment: PartnerEnvironment;
  /** In the sandbox it says how the session goes. */
  readonly userId: string;
  /** Which of the drawn people it is about. */
  readonly person: number;
  /** The selfie is somebody else's. */
  readonly isImpostor: boolean;
}

export interface SessionPlan {
  readonly seed: number;
  readonly sessions: number;
  readonly windowMs: number;
  readonly people: number;
}

/** All the ways a verdict can be forced, several attempts and waiting among them. */
const SANDBOX_USER_IDS = [
  'SANDBOX-VALID',
  'SANDBOX-VALID-AFTER-2',
  'SANDBOX-INVALID-LIVENESS_CHECK_FAILED',
  'SANDBOX-INVALID-FACE_MATCH_FAILED-AFTER-1',
  'SANDBOX-RETRY-FACE_DARK',
  'SANDBOX-RETRY-FACE_DARK-AFTER-1',
  'SANDBOX-EXHAUST-FACE_DARK',
  'SANDBOX-ERROR-GENERIC_SERVICE_ERROR',
];

const FLOWS = Object.values(FlowName);
const ATTENDED_FLOWS = Object.values(AttendedFlowName);

/** Every third session is one of these, in this order, so that a small run has each of them too. */
const WALKS_AWAY: readonly Conduct[] = [
  Conduct.CANCEL,
  Conduct.LEAVE,
  Conduct.VANISH,
  Conduct.LEAVE_UPLOADED,
];
const WALKS_AWAY_EVERY = 3;
const DOZEN = 12;

/** The seventh of a dozen brings the pictures of the second, which is of the same flow: the models judge both. */
const REPEATING_PLACE = 6;
const REPEATED_PLACE = REPEATING_PLACE - FLOWS.length;

/** What each session of a run is. The same seed gives the same sessions, names aside. */
export function planSessions(plan: SessionPlan): readonly PlannedSession[] {
  const random = createRandom(plan.seed, 'sessions');
  const drawn = Array.from({ length: plan.sessions }, (_, index) =>
    planSession(plan, index, random),
  );
  return drawn.map((session, index) => {
    const repeated = index % DOZEN === REPEATING_PLACE ? drawn[index - FLOWS.length] : undefined;
    if (repeated === undefined) return session;
    const { person, isImpostor } = repeated;
    return { ...session, person, isImpostor };
  });
}

function planSession(plan: SessionPlan, index: number, random: SpecimenRandom): PlannedSession {
  const conduct = conductOf(index);
  const flows = conduct === Conduct.FINISH ? FLOWS : ATTENDED_FLOWS;
  const flow = flows[index % flows.length] ?? FlowName.KTP_SCAN;
  const place = index % DOZEN;
  const isLucky = random.isLucky(0.5);
  const isSandbox = isLucky && place !== REPEATING_PLACE && place !== REPEATED_PLACE;
  return {
    number: index + 1,
    atMs: Math.round(random.between(0, plan.windowMs)),
    flow,
    conduct,
    environment: isSandbox ? 'SANDBOX' : 'PRODUCTION',
    // Random, so that no log can hold it by chance.
    userId: isSandbox ? random.pick(SANDBOX_USER_IDS) : `person-${randomUUID()}`,
    person: random.integer(0, plan.people - 1),
    isImpostor: random.isLucky(0.2),
  };
}

/** Four of a dozen do not finish. */
function conductOf(index: number): Conduct {
  const place = index % DOZEN;
  const isAway = place % WALKS_AWAY_EVERY === WALKS_AWAY_EVERY - 1;
  const away = isAway ? WALKS_AWAY[Math.floor(place / WALKS_AWAY_EVERY)] : undefined;
  return away ?? Conduct.FINISH;
}
