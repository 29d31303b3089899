import { uuidv7 } from 'uuidv7';
import type { HandoffView, OpenedHandoff } from '../../../contract/schema/handoff.js';
import { smartQrOf } from '../../../contract/smart-qr.js';
import type { BrowserEntryStore } from '../../../db/browser-entry-store.js';
import type { HandoffStore } from '../../../db/handoff-store.js';
import type { SubmissionStore } from '../../../db/submission-store.js';
import { handoffNotAllowed, launchRefused, submissionAlreadyFinished } from '../../errors.js';
import { addSeconds, endOfLooking, withinSession } from '../../lifetimes.js';
import { createOpaqueToken, hashOpaqueToken } from '../../tokens/opaque-token.js';
import { createCookieValue } from '../../browser-session/browser-cookie-value.js';
import {
  describeSession,
  type DescribeSessionOptions,
  type OpenedBrowser,
} from '../../browser-session/describe-session.js';
import type { UserVisit } from '../../submission/submission-access.js';

export interface HandoffOptions extends DescribeSessionOptions {
  readonly submissions: Pick<SubmissionStore, 'findByPublicId'>;
  readonly handoffs: HandoffStore;
  readonly browserEntries: Pick<BrowserEntryStore, 'findBrowserSession'>;
  readonly publicUrl: string;
}

/**
 * A code for a phone. An earlier hand-off of the submission ends. The code is in the fragment,
 * which browsers send to no server.
 *
 * @throws ApiError 403 without Smart QR and for a phone that took over itself, 409 after the end
 */
export async function openHandoff(
  { handoffs, publicUrl, now }: HandoffOptions,
  { submission, handoffId }: UserVisit,
): Promise<OpenedHandoff> {
  if (handoffId !== null || smartQrOf(submission) === 'OFF') throw handoffNotAllowed();
  if (submission.status !== 'IN_PROGRESS') throw submissionAlreadyFinished();
  const { handoffCode } = submission.policy.lifetimes;
  const lifetime = withinSession(handoffCode, submission.expiresAt, now());
  if (lifetime === 0) throw submissionAlreadyFinished();
  const code = createOpaqueToken();
  const opened = {
    id: uuidv7(),
    submissionId: submission.id,
    codeHash: hashOpaqueToken(code),
    createdAt: now(),
    expiresAt: addSeconds(now(), lifetime),
  };
  await handoffs.openHandoff(opened);
  return {
    handoffId: opened.id,
    handoffUrl: new URL(`/s/${submission.publicId}#h=${code}`, publicUrl).href,
    expiresAt: opened.expiresAt.toISOString(),
    expiresInSeconds: lifetime,
  };
}

export interface ClaimRequest {
  readonly publicId: string;
  readonly code: string;
  readonly repeatKey: string | undefined;
  /** Of the cookie that the browser has for this submission. */
  readonly cookieSecret: string | undefined;
}

/**
 * @throws ApiError 401 when the code was used, has expired or opens nothing, 403 for the browser
 *   that shows the code, 409 after the end
 */
export async function claimHandoff(
  options: HandoffOptions,
  { publicId, code, repeatKey, cookieSecret }: ClaimRequest,
): Promise<OpenedBrowser> {
  const submission = await options.submissions.findByPublicId(publicId);
  if (submission === null) throw launchRefused('HANDOFF_CODE_INVALID');
  if (submission.status !== 'IN_PROGRESS') throw submissionAlreadyFinished();
  const { id: submissionId } = submission;
  if (await isFirstBrowser(options, submissionId, cookieSecret)) throw handoffNotAllowed();
  const expiresAt = endOfLooking(submission.expiresAt);
  const secret = createCookieValue(code, repeatKey);
  const claim = await options.handoffs.claimHandoff({
    submissionId,
    codeHash: hashOpaqueToken(code),
    now: options.now(),
    session: { secretHash: hashOpaqueToken(secret), expiresAt },
  });
  switch (claim.outcome) {
    case 'ALREADY_USED':
      throw launchRefused('HANDOFF_CODE_ALREADY_USED');
    case 'EXPIRED':
      throw launchRefused('HANDOFF_CODE_EXPIRED');
    case 'UNKNOWN':
      throw launchRefused('HANDOFF_CODE_INVALID');
    case 'CLAIMED': {
      const session = await describeSession(options, submission, claim.handoffId);
      return { session, secret, expiresAt };
    }
  }
}

/**
 * Whether the claim comes from the browser that shows the code, where its address was pasted into
 * another tab. The phone's cookie would take the place of its own, and end with the hand-off.
 */
async function isFirstBrowser(
  { browserEntries, now }: HandoffOptions,
  submissionId: string,
  cookieSecret: string | undefined,
): Promise<boolean> {
  if (cookieSecret === undefined) return false;
  const session = await browserEntries.findBrowserSession(hashOpaqueToken(cookieSecret));
  if (session === null || session.expiresAt <= now()) return false;
  return session.submissionId === submissionId && session.handoffId === null;
}

/**
 * Either side gives up: the phone's cookie and tokens end, and the first device may capture again.
 * Null when there was never a hand-off.
 */
export async function endHandoff(
  { handoffs, now }: Pick<HandoffOptions, 'handoffs' | 'now'>,
  { submission }: UserVisit,
): Promise<HandoffView | null> {
  const latest = await handoffs.findLatest(submission.id);
  if (latest === null) return null;
  await handoffs.endHandoff(latest.id, now());
  return { state: 'ENDED' };
}
