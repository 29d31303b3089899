/** `seconds` from now, or what is left of the session when that is less. Never negative. */
export function withinSession(seconds: number, expiresAt: Date, now: Date): number {
  const left = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return Math.max(0, Math.min(seconds, left));
}

export function addSeconds(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000);
}

export function toUnixSeconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1000));
}
