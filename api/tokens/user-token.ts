import type { IssuedToken } from '../../contract/schema/issued-token.js';
import type { Submission } from '../../db/submission-store.js';
import { Lifetime, withinSession } from '../lifetimes.js';
import type { TokenIssuer } from './token-issuer.js';

/** A token that opens this one submission, for an hour and never past the session. */
export function issueUserToken(
  tokens: TokenIssuer,
  submission: Submission,
  now: Date,
): Promise<IssuedToken> {
  return tokens.issue({
    scope: 'user',
    subject: submission.id,
    lifetimeSeconds: withinSession(Lifetime.USER_TOKEN, submission.expiresAt, now),
  });
}
