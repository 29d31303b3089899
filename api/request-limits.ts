import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { PartnerEnvironment } from '../contract/sandbox.js';
import type { Partner } from '../db/credential-store.js';
import { toClient, toNetwork } from './client-address.js';
import { tooManyRequests } from './errors.js';

/**
 * Counters of calls, each over one minute from its first call. In the memory of this process: with
 * several processes each has its own. All methods throw ApiError 429 with `Retry-After`.
 */
export interface RequestLimits {
  /** Every call, before anything is known about the caller. */
  countAddress(address: string | undefined): Promise<void>;
  /** Every call with a token of the partner; those of the sandbox use up nothing of production. */
  countPartner(partner: Partner, environment: PartnerEnvironment): Promise<void>;
  /** Every call with a client id and a pass-key: comparing right ones costs as much as wrong ones. */
  countTokenCall(address: string | undefined, clientId: string): Promise<void>;
  /** Before credentials are looked at: after many wrong ones not even right ones are. */
  refuseGuessing(address: string | undefined, clientId: string): Promise<void>;
  /** Wrong credentials. Does not throw. */
  recordFailure(address: string | undefined, clientId: string): Promise<void>;
}

const WINDOW_SECONDS = 60;

/**
 * Of one client id from one network. A partner token is good for an hour; user tokens of the older kind, one
 * for each person, come two a second with it, as fast as two cores judge. A quarter of what one process
 * compares, see `hash-queue.ts`.
 */
const TOKEN_CALLS_PER_CLIENT = 120;

/** Enough for a partner that rolls out a wrong pass-key, far too little to guess one. */
const FAILURES_PER_CLIENT = 20;

/** Each refusal costs about 0.25 s of a core, at most two at a time, see `hash-queue.ts`. */
const FAILURES_PER_ADDRESS = 100;

export function createRequestLimits(settings: {
  readonly requestsPerMinutePerIp: number;
}): RequestLimits {
  const addresses = createCounter();
  const partners = createCounter();
  const tokenCalls = createCounter();
  const failures = createCounter();
  const failureKeys = (address: string | undefined, clientId: string) => [
    { key: toNetwork(address), limit: FAILURES_PER_ADDRESS },
    { key: toClient(address, clientId), limit: FAILURES_PER_CLIENT },
  ];

  return {
    async countAddress(address) {
      refuseAbove(await addresses.penalty(toNetwork(address)), settings.requestsPerMinutePerIp);
    },

    async countPartner({ code, settings: { requestsPerMinute } }, environment) {
      refuseAbove(await partners.penalty(`${code} ${environment}`), requestsPerMinute);
    },

    async countTokenCall(address, clientId) {
      refuseAbove(await tokenCalls.penalty(toClient(address, clientId)), TOKEN_CALLS_PER_CLIENT);
    },

    async refuseGuessing(address, clientId) {
      for (const { key, limit } of failureKeys(address, clientId)) {
        const counted = await failures.get(key);
        if (counted !== null) refuseAbove(counted, limit - 1);
      }
    },

    async recordFailure(address, clientId) {
      for (const { key } of failureKeys(address, clientId)) await failures.penalty(key);
    },
  };
}

/** Its own `points` are not used: limits differ from partner to partner. */
function createCounter(): RateLimiterMemory {
  return new RateLimiterMemory({ points: 1, duration: WINDOW_SECONDS });
}

interface Counted {
  readonly consumedPoints: number;
  readonly msBeforeNext: number;
}

function refuseAbove({ consumedPoints, msBeforeNext }: Counted, limit: number): void {
  if (consumedPoints <= limit) return;
  throw tooManyRequests(Math.max(1, Math.ceil(msBeforeNext / 1000)));
}
