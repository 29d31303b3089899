import { Router } from 'express';
import { sdkLaunchBody, sdkSessionBody } from '../../../contract/schema/embed.js';
import { WireCode } from '../../../contract/wire-error.js';
import { describeEmbedded } from '../../browser-session/describe-session.js';
import { badRequest, forbidden } from '../../errors.js';
import { answerPreflights } from '../../middleware/allow-calls-of-pages.js';
import { logSubmission } from '../../middleware/log-context.js';
import type { PartnerSettingsStore } from '../../../db/partner-settings-store.js';
import { invalid, parseRequest } from '../../request-problems.js';
import { beginByGrant, type BeginByGrantOptions } from '../../submission/begin-by-grant.js';
import type { IssueLaunchOptions } from '../../submission/issue-launch.js';
import { requireRedirectionUrls } from '../../submission/redirection-urls.js';
import type { SubmissionAccess } from '../../submission/submission-access.js';
import { launchForSdk, requireEmbedOrigin } from './sdk-launch.service.js';

export interface SdkRouteOptions extends BeginByGrantOptions, IssueLaunchOptions {
  readonly access: SubmissionAccess;
  readonly partnerSettings: Pick<PartnerSettingsStore, 'find'>;
}

/** The one call of pages of other origins. */
export const SDK_LAUNCH_PATH = '/web/v1/sdk/launch';

/** From a user token in a partner's page to the capture app. */
export function createSdkRoute(options: SdkRouteOptions): Router {
  const { access, partnerSettings } = options;
  const router = Router();

  // Whether an origin is registered is told by the answer, to whoever holds a token: a preflight
  // carries none.
  router.use(SDK_LAUNCH_PATH, answerPreflights());

  router.post(SDK_LAUNCH_PATH, async (req, res) => {
    const body = parseRequest(sdkLaunchBody, req.body, WireCode.MISSING);
    const problems = body.isValid ? [] : body.problems;
    const given = req.get('origin');
    const { submission, handoffId } = await access.openOrBegin(req, problems, (caller, session) => {
      if (!body.isValid) throw badRequest(problems);
      const { flow, mode } = body.value;
      const { settings } = caller.partner;
      requireEmbedOrigin(settings, given);
      if (mode === 'REDIRECT') requireRedirectionUrls(settings);
      return beginByGrant(options, caller, { flow, partnerSessionId: session });
    });
    logSubmission(res, submission);
    if (!body.isValid || body.value.flow !== submission.flow) {
      throw badRequest([invalid('FLOW', 'flow')]);
    }
    // A phone that took over is in the capture app already.
    if (handoffId !== null) throw forbidden();
    const origin = requireEmbedOrigin(await partnerSettings.find(submission.partnerCode), given);
    const { mode } = body.value;
    res.json({ success: true, data: await launchForSdk(options, submission, { mode, origin }) });
  });

  router.post('/web/v1/sdk/session', async (req, res) => {
    const body = parseRequest(sdkSessionBody, req.body, WireCode.MISSING);
    const visit = await access.openForUser(req, body.isValid ? [] : body.problems);
    const { submission, handoffId } = visit;
    logSubmission(res, submission);
    const isOwn = body.isValid && body.value.publicId === submission.publicId;
    if (!isOwn || handoffId !== null) throw forbidden();
    const settings = await partnerSettings.find(submission.partnerCode);
    requireEmbedOrigin(settings, body.value.embedOrigin);
    res.json({ success: true, data: describeEmbedded(submission, settings) });
  });

  return router;
}
