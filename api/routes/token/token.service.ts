import { uuidv7 } from 'uuidv7';
import type { IssuedToken } from '../../../contract/schema/issued-token.js';
import type { Credential, CredentialStore } from '../../../db/credential-store.js';
import { createUnmatchedHash, isPassKey } from '../../../db/pass-key-hash.js';
import type { UserGrantStore } from '../../../db/user-grant-store.js';
import { refuseForeignAddress } from '../../authenticate.js';
import { onboardingPartnerNotOwned, unauthorized } from '../../errors.js';
import { addSeconds } from '../../lifetimes.js';
import { isOwnOnboardingPartner } from '../../onboarding-partner.js';
import type { RequestLimits } from '../../request-limits.js';
import { refuseForeignSandboxUser } from '../../sandbox-user-id.js';
import type { TokenIssuer } from '../../tokens/token-issuer.js';
import { createHashQueue } from './hash-queue.js';

export interface TokenOptions {
  readonly credentials: CredentialStore;
  readonly userGrants: Pick<UserGrantStore, 'add'>;
  readonly tokens: TokenIssuer;
  readonly limits: Pick<RequestLimits, 'countTokenCall' | 'refuseGuessing' | 'recordFailure'>;
  readonly now: () => Date;
}

export interface PresentedCredential {
  readonly clientId: string;
  readonly passKey: string;
  /** Where the call comes from. */
  readonly address: string | undefined;
}

/** @throws ApiError 401 for an unknown client as for a wrong pass-key, 403, 429 */
export type CheckCredential = (presented: PresentedCredential) => Promise<Credential>;

export function createCheckCredential(options: TokenOptions): CheckCredential {
  const { credentials, limits, now } = options;
  // Compared with for an unknown client, so that it takes as long as a known one.
  const nobodysHash = createUnmatchedHash();

  const queue = createHashQueue();

  async function compare({ clientId, passKey, address }: PresentedCredential): Promise<Credential> {
    await limits.refuseGuessing(address, clientId);
    const credential = await credentials.findCredential(clientId, now());
    const isRight = await isPassKey(passKey, credential?.passKeyHash ?? nobodysHash);
    if (credential !== null && isRight) return credential;
    await limits.recordFailure(address, clientId);
    throw unauthorized();
  }

  return async (presented) => {
    const { address, clientId } = presented;
    await limits.countTokenCall(address, clientId);
    // Refused before it waits; and in its turn again, when those before it have been counted.
    await limits.refuseGuessing(address, clientId);
    const credential = await queue.run({ address, clientId }, () => compare(presented));
    // After the pass-key: who does not know it learns nothing about the list.
    refuseForeignAddress(credential, address);
    return credential;
  };
}

export function issuePartnerToken(
  { tokens }: TokenOptions,
  { clientId, partner }: Credential,
): Promise<IssuedToken> {
  return tokens.issue({
    scope: 'partner',
    subject: clientId,
    lifetimeSeconds: partner.settings.lifetimes.partnerToken,
  });
}

export interface GrantRequest {
  readonly onboardingPartner: string;
  readonly partnerUserId: string;
  readonly partnerUserIdType: string;
}

/**
 * The older user token: for a person whose submission is not known yet. The person is kept in a
 * row; the token holds the row's id alone.
 *
 * @throws ApiError 403 for another partner's onboarding partner, 400 for a mistyped sandbox user
 */
export async function issueGrantToken(
  { tokens, userGrants, now }: TokenOptions,
  { clientId, partner, environment }: Credential,
  { onboardingPartner, partnerUserId, partnerUserIdType }: GrantRequest,
): Promise<IssuedToken> {
  if (!isOwnOnboardingPartner(onboardingPartner, partner)) throw onboardingPartnerNotOwned();
  refuseForeignSandboxUser(partnerUserId, environment);
  const lifetimeSeconds = partner.settings.lifetimes.userToken;
  const id = uuidv7();
  await userGrants.add({
    id,
    partnerCode: partner.code,
    clientId,
    environment,
    partnerUserId,
    partnerUserIdType,
    createdAt: now(),
    expiresAt: addSeconds(now(), lifetimeSeconds),
  });
  return tokens.issue({ scope: 'grant', subject: id, lifetimeSeconds });
}
