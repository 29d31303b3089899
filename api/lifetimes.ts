/** `seconds` from now, or what is left of the session when that is less. Never negative. */
export function withinSession(seconds: number, expiresAt: Date, now: Date): number {
  const left = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return Math.max(0, Math.min(seconds, left));
}

/**
 * How long after its session's lifetime a device can still look, in seconds: at the timeout, and
 * at the verdict about captures that were confirmed in the last moment. As long as the longest
 * delay of the sandbox; judging takes seconds, but waits for workers that are away.
 */
const LOOKING_GRACE_SECONDS = 3600;

/** When a device's tokens and cookie end at the latest. Nothing is captured or begun after `expiresAt`. */
export function endOfLooking(expiresAt: Date): Date {
  return addSeconds(expiresAt, LOOKING_GRACE_SECONDS);
}

export function addSeconds(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000);
}

export function toUnixSeconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1000));
}
