import { uuidv7 } from 'uuidv7';
import { FLOWS } from '../../../contract/flow.js';
import type { InitiateFlowBody, IssuedLaunch } from '../../../contract/schema/initiate-flow.js';
import type { IssuedToken } from '../../../contract/schema/issued-token.js';
import type { BrowserEntryStore } from '../../../db/browser-entry-store.js';
import type { Partner } from '../../../db/credential-store.js';
import type { NewSubmission, Submission, SubmissionStore } from '../../../db/submission-store.js';
import { sessionAlreadyUsed, submissionAlreadyFinished } from '../../errors.js';
import { addSeconds, Lifetime, toUnixSeconds, withinSession } from '../../lifetimes.js';
import type { SubmissionWorkflows } from '../../submission-workflows.js';
import { createOpaqueToken, createPublicId, hashOpaqueToken } from '../../tokens/opaque-token.js';
import type { TokenIssuer } from '../../tokens/token-issuer.js';
import { issueUserToken } from '../../tokens/user-token.js';

export interface InitiateFlowOptions {
  readonly submissions: SubmissionStore;
  readonly browserEntries: BrowserEntryStore;
  readonly workflows: SubmissionWorkflows;
  readonly tokens: TokenIssuer;
  readonly now: () => Date;
  readonly publicUrl: string;
}

export interface InitiateFlowRequest {
  readonly partner: Partner;
  readonly partnerSessionId: string;
  readonly partnerUserId: string;
  readonly partnerUserIdType: string;
  readonly requestDigest: string;
  readonly body: InitiateFlowBody;
}

export interface InitiatedFlow {
  readonly submissionId: string;
  readonly issued: IssuedToken | IssuedLaunch;
}

export type InitiateFlow = (request: InitiateFlowRequest) => Promise<InitiatedFlow>;

/**
 * The row comes first, then its workflow by an id that follows from it: when the second fails, the
 * partner's repetition of the call finds the row and starts what is missing.
 */
export function createInitiateFlow(options: InitiateFlowOptions): InitiateFlow {
  const { submissions, workflows, now } = options;
  return async (request) => {
    const submission = await submissions.createOrFind(toNewSubmission(request, now()));
    if (submission.requestDigest !== request.requestDigest) throw sessionAlreadyUsed();
    if (submission.expiresAt <= now()) throw submissionAlreadyFinished();
    if (submission.status === 'IN_PROGRESS') {
      await workflows.start({
        flow: submission.flow,
        submissionId: submission.id,
        partnerCode: submission.partnerCode,
        expiresAt: submission.expiresAt.toISOString(),
        finalAction: submission.resultScreen === 'PARTNER' ? 'EXIT' : 'STATUS',
      });
    }
    const issued =
      submission.source === 'SDK'
        ? await issueUserToken(options.tokens, submission, now())
        : await issueLaunch(options, submission);
    return { submissionId: submission.id, issued };
  };
}

function toNewSubmission(request: InitiateFlowRequest, now: Date): NewSubmission {
  const { partner, body, partnerSessionId, partnerUserId, partnerUserIdType } = request;
  return {
    id: uuidv7(),
    publicId: createPublicId(),
    partnerCode: partner.code,
    partnerSessionId,
    partnerUserId,
    partnerUserIdType,
    requestDigest: request.requestDigest,
    flow: body.flow,
    source: body.source,
    successRedirectionUrl: body.successRedirectionUrl ?? partner.successRedirectionUrl,
    failureRedirectionUrl: body.failureRedirectionUrl ?? partner.failureRedirectionUrl,
    theme: body.theme ?? 'NO_PREFERENCE',
    userLocale: body.userLocale ?? body.additionalDetails?.userLocale ?? 'id_ID',
    resultScreen: partner.resultScreen,
    awaiting: FLOWS[body.flow].captures,
    createdAt: now,
    expiresAt: addSeconds(now, Lifetime.SESSION),
  };
}

/** The token is in the fragment, which browsers send to no server. */
async function issueLaunch(
  { browserEntries, publicUrl, now }: InitiateFlowOptions,
  submission: Submission,
): Promise<IssuedLaunch> {
  const token = createOpaqueToken();
  const lifetime = withinSession(Lifetime.LAUNCH_TOKEN, submission.expiresAt, now());
  const expiresAt = addSeconds(now(), lifetime);
  await browserEntries.addLaunchToken({
    tokenHash: hashOpaqueToken(token),
    submissionId: submission.id,
    expiresAt,
  });
  const launchUrl = new URL(`/s/${submission.publicId}#t=${token}`, publicUrl).href;
  return { launchUrl, expires_at: toUnixSeconds(expiresAt) };
}
