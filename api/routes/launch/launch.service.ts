import type { LaunchedSession } from '../../../contract/schema/launch.js';
import type { BrowserEntryStore } from '../../../db/browser-entry-store.js';
import type { HandoffStore } from '../../../db/handoff-store.js';
import type { SubmissionStore } from '../../../db/submission-store.js';
import { launchRefused } from '../../errors.js';
import { endOfLooking } from '../../lifetimes.js';
import { hashOpaqueToken } from '../../tokens/opaque-token.js';
import { createCookieValue } from '../../browser-session/browser-cookie-value.js';
import {
  describeSession,
  type DescribeSessionOptions,
  type OpenedBrowser,
} from '../../browser-session/describe-session.js';

export interface LaunchOptions extends DescribeSessionOptions {
  readonly submissions: Pick<SubmissionStore, 'find' | 'findByPublicId'>;
  readonly browserEntries: BrowserEntryStore;
  readonly handoffs: Pick<HandoffStore, 'find'>;
}

export interface LaunchRequest {
  readonly publicId: string;
  readonly token: string;
  readonly repeatKey: string | undefined;
}

/** @throws ApiError 401 when the token was used, has expired or opens nothing */
export async function exchangeLaunch(
  options: LaunchOptions,
  { publicId, token, repeatKey }: LaunchRequest,
): Promise<OpenedBrowser> {
  const { submissions, browserEntries, now } = options;
  const submission = await submissions.findByPublicId(publicId);
  if (submission === null) throw launchRefused('LAUNCH_TOKEN_INVALID');
  const { id: submissionId } = submission;
  const expiresAt = endOfLooking(submission.expiresAt);
  const secret = createCookieValue(token, repeatKey);
  const outcome = await browserEntries.exchangeLaunchToken({
    tokenHash: hashOpaqueToken(token),
    now: now(),
    session: { secretHash: hashOpaqueToken(secret), submissionId, expiresAt, handoffId: null },
  });
  switch (outcome) {
    case 'ALREADY_USED':
      throw launchRefused('LAUNCH_TOKEN_ALREADY_USED');
    case 'EXPIRED':
      throw launchRefused('LAUNCH_TOKEN_EXPIRED');
    case 'UNKNOWN':
      throw launchRefused('LAUNCH_TOKEN_INVALID');
    case 'EXCHANGED':
      return { session: await describeSession(options, submission, null), secret, expiresAt };
  }
}

/**
 * @throws ApiError 401 when the cookie's secret does not open this submission, or no more, with a
 *   cause of its own where the hand-off of this phone has ended
 */
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
  const { submissionId, handoffId } = browserSession;
  const submission = await submissions.find(submissionId);
  if (submission?.publicId !== publicId) throw launchRefused('LAUNCH_SESSION_INVALID');
  if (handoffId !== null) await refuseEnded(options.handoffs, handoffId);
  return describeSession(options, submission, handoffId);
}

async function refuseEnded(handoffs: LaunchOptions['handoffs'], handoffId: string): Promise<void> {
  const handoff = await handoffs.find(handoffId);
  if (handoff?.endedAt !== null) throw launchRefused('HANDOFF_ENDED');
}
