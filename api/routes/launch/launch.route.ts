import { Router } from 'express';
import { exchangeLaunchBody, renewLaunchBody } from '../../../contract/schema/launch.js';
import { launchRefused } from '../../errors.js';
import { addLogContext } from '../../middleware/log-context.js';
import { readBrowserCookie, setBrowserCookie } from '../../browser-session/browser-cookie.js';
import { exchangeLaunch, renewLaunch, type LaunchOptions } from './launch.service.js';

export interface LaunchRouteOptions extends LaunchOptions {
  readonly publicUrl: string;
}

/** The capture app's own calls, same origin only. */
export function createLaunchRoute(options: LaunchRouteOptions): Router {
  const router = Router();

  router.post('/web/v1/launch/exchange', async (req, res) => {
    const body = exchangeLaunchBody.safeParse(req.body);
    // Not told apart from an unknown token: there is nothing the person could correct.
    if (!body.success) throw launchRefused('LAUNCH_TOKEN_INVALID');
    const { publicId, token, repeatKey } = body.data;
    const opened = await exchangeLaunch(options, { publicId, token, repeatKey });
    addLogContext(res, { submissionId: opened.session.submissionId });
    setBrowserCookie(res, { ...opened, publicId, publicUrl: options.publicUrl });
    res.json({ success: true, data: opened.session });
  });

  router.post('/web/v1/launch/renew', async (req, res) => {
    const body = renewLaunchBody.safeParse(req.body);
    if (!body.success) throw launchRefused('LAUNCH_SESSION_INVALID');
    const { publicId } = body.data;
    const secret = readBrowserCookie(req, { publicId, publicUrl: options.publicUrl });
    if (secret === undefined) throw launchRefused('LAUNCH_SESSION_INVALID');
    const session = await renewLaunch(options, publicId, secret);
    addLogContext(res, { submissionId: session.submissionId });
    res.json({ success: true, data: session });
  });

  return router;
}
