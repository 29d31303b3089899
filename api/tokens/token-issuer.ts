import { createLocalJWKSet, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { IssuedToken } from '../../contract/schema/issued-token.js';
import { unauthorized } from '../errors.js';
import { SIGNING_ALGORITHM, type SigningKeys } from './signing-keys.js';

/**
 * The two kinds of `x-onekyc-token`. A partner token's subject is the client id; a user token's
 * is the one submission that it opens.
 */
export type TokenScope = 'partner' | 'user';

export interface VerifiedToken {
  readonly scope: TokenScope;
  readonly subject: string;
}

export interface TokenGrant extends VerifiedToken {
  readonly lifetimeSeconds: number;
}

export interface TokenIssuer {
  issue(grant: TokenGrant): Promise<IssuedToken>;
  /** @throws ApiError 401 for every token that is not ours, altered or expired */
  verify(token: string): Promise<VerifiedToken>;
}

export interface TokenIssuerOptions {
  readonly keys: SigningKeys;
  /** The platform's public address, `iss` of every token. */
  readonly issuer: string;
  readonly now: () => Date;
}

const claims = z.object({ sub: z.string().min(1), scope: z.enum(['partner', 'user']) });

export function createTokenIssuer({ keys, issuer, now }: TokenIssuerOptions): TokenIssuer {
  const publicKeys = createLocalJWKSet(keys.publicKeys);

  return {
    async issue({ scope, subject, lifetimeSeconds }) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      const expiresAt = issuedAt + lifetimeSeconds;
      const token = await new SignJWT({ scope })
        .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: keys.keyId, typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(keys.privateKey);
      return {
        token,
        expiry_seconds: String(lifetimeSeconds),
        expires_at: String(expiresAt),
      };
    },

    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, publicKeys, {
          algorithms: [SIGNING_ALGORITHM],
          issuer,
          currentDate: now(),
          requiredClaims: ['exp', 'sub'],
        });
        const { sub, scope } = claims.parse(payload);
        return { scope, subject: sub };
      } catch {
        throw unauthorized();
      }
    },
  };
}
