import { FLOWS } from '../../contract/flow.js';
import type { EmbeddedSession } from '../../contract/schema/embed.js';
import type { LaunchedSession } from '../../contract/schema/launch.js';
import type { PartnerSettings } from '../../contract/schema/partner-settings.js';
import { smartQrOf } from '../../contract/smart-qr.js';
import type { PartnerSettingsStore } from '../../db/partner-settings-store.js';
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
  readonly partnerSettings: Pick<PartnerSettingsStore, 'find'>;
  readonly tokens: TokenIssuer;
  readonly now: () => Date;
}

/**
 * What the capture app of a device begins with, with a user token of its own. A phone that took
 * over is told no redirection: the first device does that.
 */
export async function describeSession(
  { tokens, partnerSettings, now }: DescribeSessionOptions,
  submission: Submission,
  handoffId: string | null,
): Promise<LaunchedSession> {
  const issued = await issueUserToken(tokens, { submission, handoffId, now: now() });
  const settings = await partnerSettings.find(submission.partnerCode);
  return {
    userToken: issued.token,
    expiresAt: new Date(Number(issued.expires_at) * 1000).toISOString(),
    ...describeSubmission(submission, settings),
    ...(handoffId === null ? describePrimary(submission) : HANDED_OVER),
  };
}

/** In a frame or popup of the SDK: the page around it tells the partner, so nobody is redirected. */
export function describeEmbedded(
  submission: Submission,
  settings: PartnerLook | null,
): EmbeddedSession {
  const redirect = { success: null, failure: null };
  return { ...describeSubmission(submission, settings), ...describePrimary(submission), redirect };
}

type PartnerLook = Pick<PartnerSettings, 'theme'>;

/** The look is of now: a partner that has changed its colours has no two of them. */
function describeSubmission(submission: Submission, settings: PartnerLook | null) {
  return {
    submissionId: submission.id,
    partnerSessionId: submission.partnerSessionId,
    flow: submission.flow,
    captures: [...FLOWS[submission.flow].captures],
    userLocale: submission.userLocale,
    theme: submission.theme,
    partnerTheme: settings?.theme ?? {},
    resultScreen: submission.resultScreen,
    allowFileUpload: submission.policy.allowFileUpload ?? true,
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
