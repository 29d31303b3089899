import type { LaunchMode } from '../../../contract/embedding.js';
import type { SdkLaunch } from '../../../contract/schema/embed.js';
import type { PartnerSettings } from '../../../contract/schema/partner-settings.js';
import type { Submission } from '../../../db/submission-store.js';
import { embedOriginNotRegistered } from '../../errors.js';
import { issueLaunch, type IssueLaunchOptions } from '../../submission/issue-launch.js';
import { requireRedirectionUrls } from '../../submission/redirection-urls.js';

/**
 * The origin of the page, when the partner has registered it.
 *
 * @throws ApiError 403
 */
export function requireEmbedOrigin(
  settings: Pick<PartnerSettings, 'embedOrigins'> | null,
  origin: string | undefined,
): string {
  if (origin === undefined || !settings?.embedOrigins.includes(origin)) {
    throw embedOriginNotRegistered();
  }
  return origin;
}

/**
 * Where the SDK opens the capture app. A redirect leaves the partner's page, and the token with it:
 * its address carries a launch token of its own. In a frame or popup the address names the page's
 * origin, which is no secret, and opens nothing by itself.
 *
 * @throws ApiError 400 for a redirect that nobody would come back from, 409 after the session's lifetime
 */
export async function launchForSdk(
  options: IssueLaunchOptions,
  submission: Submission,
  { mode, origin }: { readonly mode: LaunchMode; readonly origin: string },
): Promise<SdkLaunch> {
  const submissionId = submission.id;
  if (mode === 'REDIRECT') {
    requireRedirectionUrls(submission);
    const { launchUrl } = await issueLaunch(options, submission);
    return { submissionId, launchUrl };
  }
  const url = new URL(`/s/${submission.publicId}`, options.publicUrl);
  url.searchParams.set('embed', origin);
  return { submissionId, launchUrl: url.href };
}
