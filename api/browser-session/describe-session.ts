import { FLOWS } from '../../contract/flow.js';
import type { LaunchedSession } from '../../contract/schema/launch.js';
import { smartQrOf } from '../../contract/smart-qr.js';
import type { Submission } from '../../db/submission-store.js';
import type { TokenIssuer } from '../tokens/token-issuer.js';
import { issueUserToken } from '../tokens/user-token.js';

export interface OpenedBrowser {
  readonly session: LaunchedSession;
  /** For the browser's cookie: renews the user token after a reload. */
  readonly secret: string;
  readonly expiresAt: Date;
}

export interface DescribeSessionOptions {
  readonly tokens: TokenIssuer;
  readonly now: () => Date;
}

/**
 * What the capture app of a device begins with, with a user token of its own. A phone that took
 * over is told no redirection: the first device does that.
 */
export async function describeSession(
  { tokens, now }: DescribeSessionOptions,
  submission: Submission,
  handoffId: string | null,
): Promise<LaunchedSession> {
  const issued = await issueUserToken(tokens, { submission, handoffId, now: now() });
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
    allowFileUpload: submission.policy.allowFileUpload ?? true,
    ...(handoffId === null ? describePrimary(submission) : HANDED_OVER),
  };
}

type DeviceView = Pick<LaunchedSession, 'role' | 'redirect' | 'qr'>;

const HANDED_OVER: DeviceView = {
  role: 'HANDOFF',
  redirect: { success: null, failure: null },
  qr: { allowed: false, forced: false },
};

function describePrimary(submission: Submission): DeviceView {
  const smartQr = smartQrOf(submission);
  return {
    role: 'PRIMARY',
    redirect: {
      success: submission.successRedirectionUrl,
      failure: submission.failureRedirectionUrl,
    },
    qr: { allowed: smartQr !== 'OFF', forced: smartQr === 'ALWAYS' },
  };
}
