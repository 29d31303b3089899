import type { Credential, CredentialStore, Partner } from '../db/credential-store.js';
import { forbidden, unauthorized } from './errors.js';
import type { TokenIssuer } from './tokens/token-issuer.js';

/** Whom a request speaks for: a partner's backend, or one person within one submission. */
export type Caller =
  | { readonly scope: 'partner'; readonly partner: Partner }
  | { readonly scope: 'user'; readonly submissionId: string };

export interface Authenticator {
  /** @throws ApiError 401 */
  authenticate(token: string): Promise<Caller>;
  /** @throws ApiError 401, or 403 for a user token */
  authenticatePartner(token: string): Promise<Partner>;
  /** The submission that the token opens. @throws ApiError 401, or 403 for a partner token */
  authenticateUser(token: string): Promise<string>;
}

export interface AuthenticatorOptions {
  readonly tokens: TokenIssuer;
  readonly credentials: CredentialStore;
}

export function createAuthenticator({ tokens, credentials }: AuthenticatorOptions): Authenticator {
  async function authenticate(token: string): Promise<Caller> {
    const { scope, subject } = await tokens.verify(token);
    if (scope === 'user') return { scope, submissionId: subject };
    // Looked up every time: a revoked client id ends with its tokens.
    const credential: Credential | null = await credentials.findCredential(subject);
    if (credential === null) throw unauthorized();
    return { scope, partner: credential.partner };
  }

  return {
    authenticate,
    async authenticatePartner(token) {
      const caller = await authenticate(token);
      if (caller.scope !== 'partner') throw forbidden();
      return caller.partner;
    },
    async authenticateUser(token) {
      const caller = await authenticate(token);
      if (caller.scope !== 'user') throw forbidden();
      return caller.submissionId;
    },
  };
}
