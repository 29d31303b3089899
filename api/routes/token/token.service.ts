import type { IssuedToken } from '../../../contract/schema/issued-token.js';
import type { CredentialStore } from '../../../db/credential-store.js';
import { createUnmatchedHash, isPassKey } from '../../../db/pass-key-hash.js';
import { unauthorized } from '../../errors.js';
import { Lifetime } from '../../lifetimes.js';
import type { TokenIssuer } from '../../tokens/token-issuer.js';

export interface PartnerTokenOptions {
  readonly credentials: CredentialStore;
  readonly tokens: TokenIssuer;
}

export type IssuePartnerToken = (clientId: string, passKey: string) => Promise<IssuedToken>;

/** The answer throws ApiError 401 for an unknown client as for a wrong pass-key. */
export function createIssuePartnerToken(options: PartnerTokenOptions): IssuePartnerToken {
  const { credentials, tokens } = options;
  // Compared with for an unknown client, so that it takes as long as a known one.
  const nobodysHash = createUnmatchedHash();

  return async (clientId, passKey) => {
    const credential = await credentials.findCredential(clientId);
    const isRight = await isPassKey(passKey, credential?.passKeyHash ?? nobodysHash);
    if (credential === null || !isRight) throw unauthorized();
    return tokens.issue({
      scope: 'partner',
      subject: clientId,
      lifetimeSeconds: Lifetime.PARTNER_TOKEN,
    });
  };
}
