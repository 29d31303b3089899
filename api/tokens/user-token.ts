import type { IssuedToken } from '../../contract/schema/issued-token.js';
import type { Submission } from '../../db/submission-store.js';
import { withinSession } from '../lifetimes.js';
import type { TokenIssuer } from './token-issuer.js';

export interface UserTokenRequest {
  readonly submission: Submission;
  readonly now: Date;
  /** For a phone that took over: the token ends with the hand-off. */
  readonly handoffId?: string | null;
}

/** A token that opens this one submission, never past the session. */
export function issueUserToken(
  tokens: TokenIssuer,
  { submission, now, handoffId = null }: UserTokenRequest,
): Promise<IssuedToken> {
  const { policy, expiresAt } = submission;
  return tokens.issue({
    scope: 'user',
    subject: submission.id,
    lifetimeSeconds: withinSession(policy.lifetimes.userToken, expiresAt, now),
    ...(handoffId !== null && { handoffId }),
  });
}
