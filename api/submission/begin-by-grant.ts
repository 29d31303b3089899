import { FLOWS, type FlowName } from '../../contract/flow.js';
import type { Submission } from '../../db/submission-store.js';
import type { UserGrantStore } from '../../db/user-grant-store.js';
import type { GrantCaller } from '../authenticate.js';
import { badRequest, forbidden } from '../errors.js';
import { invalid } from '../request-problems.js';
import { openSubmission, type OpenSubmissionOptions } from './open-submission.js';
import { digestRequest } from './request-digest.js';

export interface BeginByGrantOptions extends OpenSubmissionOptions {
  readonly userGrants: Pick<UserGrantStore, 'bindSubmission'>;
}

/**
 * The older SDK flow has no initiate: the first presign begins the submission, of the flow that it
 * asks for, and binds the token to it for good. Later ones find it, and so does a second token for
 * the same person and session.
 *
 * @throws ApiError 400 for a flow that the partner is not offered, 403 when the token is bound to
 *   another session, 409 when the session was used for something else
 */
export function beginByGrant(
  options: BeginByGrantOptions,
  { grant, partner }: GrantCaller,
  asked: { readonly flow: FlowName; readonly partnerSessionId: string },
): Promise<Submission> {
  const { environment, partnerUserId, partnerUserIdType } = grant;
  const { flow, partnerSessionId } = asked;
  if (!FLOWS[flow].isAttended || !partner.settings.flows.includes(flow)) {
    throw badRequest([invalid('SUBMISSION_TYPE', 'submissionType')]);
  }
  const request = {
    caller: { scope: 'partner', partner, environment },
    partnerSessionId,
    partnerUserId,
    partnerUserIdType,
    requestDigest: digestRequest(['grant', environment, partnerUserId, partnerUserIdType]),
    body: { flow, source: 'SDK' },
  } as const;
  return openSubmission(options, request, async (created) => {
    const bound = await options.userGrants.bindSubmission(grant.id, created);
    if (bound === null) throw forbidden();
    return bound;
  });
}
