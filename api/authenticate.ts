import type { PartnerEnvironment } from '../contract/sandbox.js';
import type { CredentialStore, Partner } from '../db/credential-store.js';
import type { HandoffStore } from '../db/handoff-store.js';
import type { UserGrant, UserGrantStore } from '../db/user-grant-store.js';
import { isInRanges } from './client-address.js';
import { addressNotAllowed, forbidden, unauthorized } from './errors.js';
import type { RequestLimits } from './request-limits.js';
import type { TokenIssuer, VerifiedToken } from './tokens/token-issuer.js';

/** A partner's backend. */
export interface PartnerCaller {
  readonly scope: 'partner';
  readonly partner: Partner;
  readonly environment: PartnerEnvironment;
}

/** One person within one submission. */
export interface UserCaller {
  readonly scope: 'user';
  readonly submissionId: string;
  /** Set for a phone that took over from another device. */
  readonly handoffId: string | null;
}

/** One person whose token was issued before the submission was known. */
export interface GrantCaller {
  readonly scope: 'grant';
  readonly grant: UserGrant;
  readonly partner: Partner;
}

export type Caller = PartnerCaller | UserCaller | GrantCaller;

export interface Authenticator {
  /** `address` is where the call comes from, `req.ip`. @throws ApiError 401, 403, 429 */
  authenticate(token: string, address: string | undefined): Promise<Caller>;
  /** @throws ApiError 401, 429, or 403 for a user token and a call from a refused address */
  authenticatePartner(token: string, address: string | undefined): Promise<PartnerCaller>;
  /** @throws ApiError 401, or 403 for a partner token */
  authenticateUser(token: string, address: string | undefined): Promise<UserCaller | GrantCaller>;
}

export interface AuthenticatorOptions {
  readonly tokens: TokenIssuer;
  readonly credentials: CredentialStore;
  readonly userGrants: UserGrantStore;
  readonly handoffs: Pick<HandoffStore, 'find'>;
  readonly limits: Pick<RequestLimits, 'countPartner'>;
  readonly now: () => Date;
}

export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  async function authenticate(token: string, address: string | undefined): Promise<Caller> {
    const verified = await options.tokens.verify(token);
    switch (verified.scope) {
      case 'partner':
        return authenticateClient(options, verified.subject, address);
      case 'user':
        return authenticateDevice(options, verified);
      case 'grant':
        return authenticateGrant(options, verified.subject);
    }
  }

  return {
    authenticate,
    async authenticatePartner(token, address) {
      const caller = await authenticate(token, address);
      if (caller.scope !== 'partner') throw forbidden();
      return caller;
    },
    async authenticateUser(token, address) {
      const caller = await authenticate(token, address);
      if (caller.scope === 'partner') throw forbidden();
      return caller;
    },
  };
}

/** Looked up every time: a revoked client id ends with its tokens. */
async function authenticateClient(
  { credentials, limits, now }: AuthenticatorOptions,
  clientId: string,
  address: string | undefined,
): Promise<PartnerCaller> {
  const credential = await credentials.findCredential(clientId, now());
  if (credential === null) throw unauthorized();
  refuseForeignAddress(credential, address);
  const { partner, environment } = credential;
  await limits.countPartner(partner, environment);
  return { scope: 'partner', partner, environment };
}

/** It ends with the client id that it was issued for, as a partner token does. */
async function authenticateGrant(
  { userGrants, credentials, now }: AuthenticatorOptions,
  grantId: string,
): Promise<GrantCaller> {
  const grant = await userGrants.find(grantId);
  const clientId = grant?.clientId ?? null;
  const credential = clientId === null ? null : await credentials.findCredential(clientId, now());
  if (grant === null || credential === null) throw unauthorized();
  return { scope: 'grant', grant, partner: credential.partner };
}

/** Looked up for phones alone: a hand-off that has ended takes the phone's tokens with it. */
async function authenticateDevice(
  { handoffs }: AuthenticatorOptions,
  verified: VerifiedToken,
): Promise<UserCaller> {
  const handoffId = verified.handoffId ?? null;
  if (handoffId !== null) {
    const handoff = await handoffs.find(handoffId);
    if (handoff?.endedAt !== null) throw unauthorized();
  }
  return { scope: 'user', submissionId: verified.subject, handoffId };
}

/**
 * A production credential of a partner with an IP list works from there alone.
 *
 * @throws ApiError 403
 */
export function refuseForeignAddress(
  { partner, environment }: Pick<PartnerCaller, 'partner' | 'environment'>,
  address: string | undefined,
): void {
  const { ipAllowList } = partner.settings;
  if (environment !== 'PRODUCTION' || ipAllowList.length === 0) return;
  if (!isInRanges(address, ipAllowList)) throw addressNotAllowed();
}
