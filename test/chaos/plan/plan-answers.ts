import { createRandom } from '../../../models/specimen/specimen-random.js';

/** How a partner's server takes a call. */
export type PartnerConduct =
  | { readonly kind: 'ANSWER' | 'SLOW'; readonly afterMs: number }
  | { readonly kind: 'FAIL' }
  | { readonly kind: 'BUSY'; readonly retryAfterSeconds: number }
  /** Never answers. */
  | { readonly kind: 'HANG' }
  /** Takes the call to heart, and the connection breaks before its answer. */
  | { readonly kind: 'BREAK' };

/** From this try on a partner behaves: nobody's server fails for ever, and a ladder has an end. */
const GOOD_FROM_TRY = 4;

/**
 * How a partner answers one try at a callback: in the first tries as often badly as well.
 *
 * @param key what is tried, for instance the webhook id
 * @param tryNumber from 1
 */
export function planAnswer(seed: number, key: string, tryNumber: number): PartnerConduct {
  const random = createRandom(seed, `answer ${String(tryNumber)} to ${key}`);
  const good = { kind: 'ANSWER', afterMs: 0 } as const;
  if (tryNumber >= GOOD_FROM_TRY || random.isLucky(0.5)) return good;
  return random.pick<PartnerConduct>([
    { kind: 'SLOW', afterMs: random.integer(500, 3_000) },
    { kind: 'FAIL' },
    { kind: 'FAIL' },
    { kind: 'BUSY', retryAfterSeconds: random.integer(1, 3) },
    { kind: 'BUSY', retryAfterSeconds: random.integer(1, 3) },
    { kind: 'BREAK' },
    { kind: 'HANG' },
  ]);
}

export interface DownTime {
  readonly fromMs: number;
  readonly toMs: number;
}

const TURN_MS = 20_000;

/** When a partner's server does not listen at all: a few seconds of every twenty. */
export function planDownTimes(seed: number, windowMs: number): readonly DownTime[] {
  const random = createRandom(seed, 'partner down');
  return Array.from({ length: Math.ceil(windowMs / TURN_MS) }, (_, turn) => {
    const fromMs = Math.round(turn * TURN_MS + random.between(0, TURN_MS / 2));
    return { fromMs, toMs: fromMs + random.integer(1_000, 6_000) };
  });
}
