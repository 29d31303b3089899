import type { IssuedToken } from '../../contract/schema/issued-token.js';
import type { Submission } from '../../db/submission-store.js';
import { endOfLooking, withinSession } from '../lifetimes.js';
import type { TokenIssuer } from './token-issuer.js';

export interface UserTokenRequest {
  readonly submission: Submission;
  readonly now: Date;
  /** For a phone that took over: the token ends with the hand-off. */
  readonly handoffId?: string | null;
}

/**
 * A token that opens this one submission. It may outlive the session by a while in which it can
 * only look: what captures or begins something refuses by the submission's own `expiresAt`.
 */
export function issueUserToken(
  tokens: TokenIssuer,
  { submission, now, handoffId = null }: UserTokenRequest,
): Promise<IssuedToken> {
  const { userToken } = submission.policy.lifetimes;
  return tokens.issue({
    scope: 'user',
    subject: submission.id,
    lifetimeSeconds: withinSession(userToken, endOfLooking(submission.expiresAt), now),
    ...(handoffId !== null && { handoffId }),
  });
}
