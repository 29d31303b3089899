import type { IssuedLaunch } from '../../../contract/schema/initiate-flow.js';
import type { IssuedToken } from '../../../contract/schema/issued-token.js';
import type { BrowserEntryStore } from '../../../db/browser-entry-store.js';
import type { Submission } from '../../../db/submission-store.js';
import { addSeconds, toUnixSeconds, withinSession } from '../../lifetimes.js';
import {
  openSubmission,
  type OpenSubmissionOptions,
  type OpenSubmissionRequest,
} from '../../submission/open-submission.js';
import { createOpaqueToken, hashOpaqueToken } from '../../tokens/opaque-token.js';
import type { TokenIssuer } from '../../tokens/token-issuer.js';
import { issueUserToken } from '../../tokens/user-token.js';

export interface InitiateFlowOptions extends OpenSubmissionOptions {
  readonly browserEntries: Pick<BrowserEntryStore, 'addLaunchToken'>;
  readonly tokens: TokenIssuer;
  readonly publicUrl: string;
}

export interface InitiatedFlow {
  readonly submissionId: string;
  readonly issued: IssuedToken | IssuedLaunch;
}

export type InitiateFlow = (request: OpenSubmissionRequest) => Promise<InitiatedFlow>;

export function createInitiateFlow(options: InitiateFlowOptions): InitiateFlow {
  const { submissions, tokens, now } = options;
  return async (request) => {
    const submission = await openSubmission(options, request, submissions.createOrFind);
    const issued =
      submission.source === 'SDK'
        ? await issueUserToken(tokens, { submission, now: now() })
        : await issueLaunch(options, submission);
    return { submissionId: submission.id, issued };
  };
}

/** The token is in the fragment, which browsers send to no server. */
async function issueLaunch(
  { browserEntries, publicUrl, now }: InitiateFlowOptions,
  submission: Submission,
): Promise<IssuedLaunch> {
  const token = createOpaqueToken();
  const lifetime = withinSession(
    submission.policy.lifetimes.launchToken,
    submission.expiresAt,
    now(),
  );
  const expiresAt = addSeconds(now(), lifetime);
  await browserEntries.addLaunchToken({
    tokenHash: hashOpaqueToken(token),
    submissionId: submission.id,
    expiresAt,
  });
  const launchUrl = new URL(`/s/${submission.publicId}#t=${token}`, publicUrl).href;
  return { launchUrl, expires_at: toUnixSeconds(expiresAt) };
}
