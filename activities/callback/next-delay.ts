import { CALLBACK_RETRY_DELAYS_MS } from '../../contract/callback.js';

/** Part of the delay that is left to chance, either way, so that partners are not hit in waves. */
const JITTER = 0.2;

/** A partner may ask for a longer pause, up to the ladder's own longest step. */
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;

/** How the tries at one callback are spread over time. */
export interface CallbackLadder {
  /** Every step of the ladder is divided by it: 1, but where time is short on purpose. */
  readonly divisor: number;
  /** 0 to 1, spreads the tries. */
  readonly chance: () => number;
}

/**
 * How long to wait after a failed try, null after the last one.
 *
 * @param tries how many tries have been made, from 1
 * @param retryAfterMs what the partner's `Retry-After` asks for, if anything
 */
export function nextDelayMs(
  tries: number,
  retryAfterMs: number | null,
  { divisor, chance }: CallbackLadder,
): number | null {
  const step = CALLBACK_RETRY_DELAYS_MS[tries - 1];
  if (step === undefined) return null;
  const jittered = (step / divisor) * (1 + JITTER * (2 * chance() - 1));
  return Math.round(Math.max(jittered, Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS)));
}

/** `Retry-After` as seconds or as a date (RFC 9110 §10.2.3); null when absent, past or nonsense. */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | null {
  if (value === undefined) return null;
  const delayMs = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isFinite(delayMs) && delayMs > 0 ? delayMs : null;
}
