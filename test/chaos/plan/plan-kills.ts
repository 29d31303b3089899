import { createRandom } from '../../../models/specimen/specimen-random.js';

/** Every process of the platform that keeps state or works on it. */
export const VICTIMS = [
  'api',
  'worker-sessions',
  'worker-vision',
  'Postgres',
  'MinIO',
  'Temporal',
] as const;
export type Victim = (typeof VICTIMS)[number];

export interface Kill {
  /** Milliseconds since the run began. */
  readonly atMs: number;
  readonly victim: Victim;
  /** From the kill until the process is started again. */
  readonly downMs: number;
}

export interface KillPlan {
  readonly seed: number;
  readonly windowMs: number;
  readonly killsEach: number;
}

/** What stays of a turn behind its kill: the process comes back before the next turn begins. */
const LATEST_SHARE = 0.7;
const SHORTEST_DOWN_MS = 200;
const LONGEST_DOWN_MS = 3_000;

/**
 * When each process is killed and for how long it stays away. The window is cut into as many turns
 * as a process is to be killed, with one kill at a random moment of each; those of different
 * processes fall together as they may.
 */
export function planKills({ seed, windowMs, killsEach }: KillPlan): readonly Kill[] {
  const turnMs = windowMs / killsEach;
  const kills = VICTIMS.flatMap((victim) => {
    const random = createRandom(seed, `kills of ${victim}`);
    return Array.from({ length: killsEach }, (_, turn) => ({
      atMs: Math.round(turnMs * (turn + random.between(0, LATEST_SHARE))),
      victim,
      downMs: random.integer(SHORTEST_DOWN_MS, LONGEST_DOWN_MS),
    }));
  });
  return kills.sort((one, other) => one.atMs - other.atMs);
}
