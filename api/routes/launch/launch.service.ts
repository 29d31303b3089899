import { FLOWS } from '../../../contract/flow.js';
import type { LaunchedSession } from '../../../contract/schema/launch.js';
import type { BrowserEntryStore } from '../../../db/browser-entry-store.js';
import type { Submission, SubmissionStore } from '../../../db/submission-store.js';
import { launchRefused } from '../../errors.js';
import { createOpaqueToken, hashOpaqueToken } from '../../tokens/opaque-token.js';
import type { TokenIssuer } from '../../tokens/token-issuer.js';
import { issueUserToken } from '../../tokens/user-token.js';

export interface LaunchOptions {
  readonly submissions: SubmissionStore;
  readonly browserEntries: BrowserEntryStore;
  readonly tokens: TokenIssuer;
  readonly now: () => Date;
}

export interface ExchangedLaunch {
  readonly session: LaunchedSession;
  /** For the browser's cookie: renews the user token after a reload. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/** @throws ApiError 401 when the token was used, has expired or opens nothing */
export async function exchangeLaunch(
  options: LaunchOptions,
  publicId: string,
  token: string,
): Promise<ExchangedLaunch> {
  const { submissions, browserEntries, now } = options;
  const submission = await submissions.findByPublicId(publicId);
  if (submission === null) throw launchRefused('LAUNCH_TOKEN_INVALID');
  const { id: submissionId, expiresAt } = submission;
  const secret = createOpaqueToken();
  const outcome = await browserEntries.exchangeLaunchToken({
    tokenHash: hashOpaqueToken(token),
    now: now(),
    session: { secretHash: hashOpaqueToken(secret), submissionId, expiresAt },
  });
  switch (outcome) {
    case 'ALREADY_USED':
      throw launchRefused('LAUNCH_TOKEN_ALREADY_USED');
    case 'EXPIRED':
      throw launchRefused('LAUNCH_TOKEN_EXPIRED');
    case 'UNKNOWN':
      throw launchRefused('LAUNCH_TOKEN_INVALID');
    case 'EXCHANGED':
      return { session: await describeSession(options, submission), secret, expiresAt };
  }
}

/** @throws ApiError 401 when the cookie's secret does not open this submission, or no more */
export async function renewLaunch(
  options: LaunchOptions,
  publicId: string,
  secret: string,
): Promise<LaunchedSession> {
  const { submissions, browserEntries, now } = options;
  const browserSession = await browserEntries.findBrowserSession(hashOpaqueToken(secret));
  if (browserSession === null || browserSession.expiresAt <= now()) {
    throw launchRefused('LAUNCH_SESSION_INVALID');
  }
  const submission = await submissions.find(browserSession.submissionId);
  if (submission?.publicId !== publicId) throw launchRefused('LAUNCH_SESSION_INVALID');
  return describeSession(options, submission);
}

async function describeSession(
  { tokens, now }: LaunchOptions,
  submission: Submission,
): Promise<LaunchedSession> {
  const issued = await issueUserToken(tokens, submission, now());
  return {
    userToken: issued.token,
    expiresAt: new Date(Number(issued.expires_at) * 1000).toISOString(),
    submissionId: submission.id,
    partnerSessionId: submission.partnerSessionId,
    flow: submission.flow,
    captures: [...FLOWS[submission.flow].captures],
    userLocale: submission.userLocale,
    theme: submission.theme,
    resultScreen: submission.resultScreen,
    redirect: {
      success: submission.successRedirectionUrl,
      failure: submission.failureRedirectionUrl,
    },
  };
}
