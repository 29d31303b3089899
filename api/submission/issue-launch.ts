import type { IssuedLaunch } from '../../contract/schema/initiate-flow.js';
import type { BrowserEntryStore } from '../../db/browser-entry-store.js';
import type { Submission } from '../../db/submission-store.js';
import { submissionAlreadyFinished } from '../errors.js';
import { addSeconds, toUnixSeconds, withinSession } from '../lifetimes.js';
import { createOpaqueToken, hashOpaqueToken } from '../tokens/opaque-token.js';

export interface IssueLaunchOptions {
  readonly browserEntries: Pick<BrowserEntryStore, 'addLaunchToken'>;
  readonly publicUrl: string;
  readonly now: () => Date;
}

/**
 * The token is in the fragment, which browsers send to no server.
 *
 * @throws ApiError 409 after the session's lifetime: the launch would open nothing
 */
export async function issueLaunch(
  { browserEntries, publicUrl, now }: IssueLaunchOptions,
  submission: Submission,
): Promise<IssuedLaunch> {
  const lifetime = withinSession(
    submission.policy.lifetimes.launchToken,
    submission.expiresAt,
    now(),
  );
  if (lifetime === 0) throw submissionAlreadyFinished();
  const token = createOpaqueToken();
  const expiresAt = addSeconds(now(), lifetime);
  await browserEntries.addLaunchToken({
    tokenHash: hashOpaqueToken(token),
    submissionId: submission.id,
    expiresAt,
  });
  const launchUrl = new URL(`/s/${submission.publicId}#t=${token}`, publicUrl).href;
  return { launchUrl, expires_at: toUnixSeconds(expiresAt) };
}
