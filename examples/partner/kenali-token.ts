/** A token as the Token Gateway gives it. */
export interface FetchedToken {
  readonly value: string;
  readonly lifetimeSeconds: number;
}

export interface TokenCache {
  get(): Promise<string>;
  /** Call it with a token that was answered with 401: the next `get` fetches a new one. */
  forget(token: string): void;
}

/** So that no call leaves with a token that ends on the way; half its lifetime, where that is shorter. */
const RENEW_BEFORE_MS = 60_000;

/** Fetches a token when there is none with time left. Concurrent callers share one request. */
export function createTokenCache(
  fetchToken: () => Promise<FetchedToken>,
  now: () => number = Date.now,
): TokenCache {
  let cached: { value: string; freshUntil: number } | null = null;
  let pending: Promise<string> | null = null;

  async function renew(): Promise<string> {
    const { value, lifetimeSeconds } = await fetchToken();
    const lifetimeMs = lifetimeSeconds * 1000;
    const renewBeforeMs = Math.min(RENEW_BEFORE_MS, lifetimeMs / 2);
    cached = { value, freshUntil: now() + lifetimeMs - renewBeforeMs };
    return value;
  }

  return {
    get: () => {
      if (cached !== null && now() < cached.freshUntil) return Promise.resolve(cached.value);
      pending ??= renew().finally(() => {
        pending = null;
      });
      return pending;
    },
    forget: (token) => {
      if (cached?.value === token) cached = null;
    },
  };
}
