import type { TokenAnswer } from './partner-answers.js';

export interface PartnerToken {
  /** A token with time left on it; fetched when there is none. */
  get(): Promise<string>;
  /** Drops the token if it is still the one that the platform refused. */
  drop(refused: string): void;
}

/** A token is renewed this long before it expires, so that no call carries one that dies on the way. */
const RENEW_BEFORE_MS = 60_000;

/** Keeps one partner token; callers that ask at the same time share one request. */
export function createPartnerToken(
  fetchToken: () => Promise<TokenAnswer>,
  now: () => number,
): PartnerToken {
  let held: { token: string; renewAt: number } | null = null;
  let underWay: Promise<string> | null = null;

  const renew = async () => {
    const askedAt = now();
    const answer = await fetchToken();
    const lifetimeMs = Number(answer.expiry_seconds) * 1000;
    // The lifetime, not `expires_at`: this machine's clock may differ from the platform's.
    held = {
      token: answer.token,
      renewAt: askedAt + lifetimeMs - Math.min(RENEW_BEFORE_MS, lifetimeMs / 2),
    };
    return answer.token;
  };

  return {
    get: () => {
      if (held !== null && now() < held.renewAt) return Promise.resolve(held.token);
      underWay ??= renew().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    drop: (refused) => {
      if (held?.token === refused) held = null;
    },
  };
}
