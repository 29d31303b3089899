import type { IssuedLaunch } from '../../../contract/schema/initiate-flow.js';
import type { IssuedToken } from '../../../contract/schema/issued-token.js';
import { issueLaunch, type IssueLaunchOptions } from '../../submission/issue-launch.js';
import {
  openSubmission,
  type OpenSubmissionOptions,
  type OpenSubmissionRequest,
} from '../../submission/open-submission.js';
import type { TokenIssuer } from '../../tokens/token-issuer.js';
import { issueUserToken } from '../../tokens/user-token.js';

export interface InitiateFlowOptions extends OpenSubmissionOptions, IssueLaunchOptions {
  readonly tokens: TokenIssuer;
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
