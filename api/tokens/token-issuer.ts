import { createLocalJWKSet, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { IssuedToken } from '../../contract/schema/issued-token.js';
import { unauthorized } from '../errors.js';
import { SIGNING_ALGORITHM, type SigningKeys } from '../../keys/signing-keys.js';

/**
 * The kinds of `x-onekyc-token`. A partner token's subject is the client id, a user token's the one
 * submission that it opens. A grant is the older kind of user token: its subject is the id of a
 * `user_grant` row, which the first presign binds to a submission.
 */
export type TokenScope = 'partner' | 'user' | 'grant';

export interface VerifiedToken {
  readonly scope: TokenScope;
  readonly subject: string;
  /** The hand-off of the phone that a user token was issued to; ends with it. */
  readonly handoffId?: string;
}

export interface TokenGrant extends VerifiedToken {
  readonly lifetimeSeconds: number;
}

export interface TokenIssuer {
  issue(grant: TokenGrant): Promise<IssuedToken>;
  /**
   * `exp` is judged without tolerance. `iat` is not judged and `nbf` never set, so that a token
   * from a process whose clock is ahead is good at once.
   *
   * @throws ApiError 401 for every token that is not ours, altered or expired
   */
  verify(token: string): Promise<VerifiedToken>;
}

export interface TokenIssuerOptions {
  readonly keys: SigningKeys;
  /** The platform's public address, `iss` of every token. */
  readonly issuer: string;
  readonly now: () => Date;
}

const TOKEN_TYPE = 'JWT';

/** A token of ours is about 400 characters long: what is far longer is not even taken apart. */
const MAX_TOKEN_LENGTH = 4096;

const claims = z.object({
  sub: z.string().min(1),
  scope: z.enum(['partner', 'user', 'grant']),
  handoff: z.uuid().optional(),
});

export function createTokenIssuer({ keys, issuer, now }: TokenIssuerOptions): TokenIssuer {
  const publicKeys = createLocalJWKSet(keys.publicKeys);

  return {
    async issue({ scope, subject, lifetimeSeconds, handoffId }) {
      const issuedAt = Math.floor(now().getTime() / 1000);
      const expiresAt = issuedAt + lifetimeSeconds;
      const token = await new SignJWT({
        scope,
        ...(handoffId !== undefined && { handoff: handoffId }),
      })
        .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: keys.keyId, typ: TOKEN_TYPE })
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
      if (token.length > MAX_TOKEN_LENGTH) throw unauthorized();
      try {
        const { payload } = await jwtVerify(token, publicKeys, {
          algorithms: [SIGNING_ALGORITHM],
          issuer,
          // The same keys sign proofs of erasure.
          typ: TOKEN_TYPE,
          currentDate: now(),
          requiredClaims: ['exp', 'sub'],
        });
        const { sub, scope, handoff } = claims.parse(payload);
        return { scope, subject: sub, ...(handoff !== undefined && { handoffId: handoff }) };
      } catch {
        throw unauthorized();
      }
    },
  };
}
