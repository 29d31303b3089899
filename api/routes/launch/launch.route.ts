import { parseCookie, stringifySetCookie } from 'cookie';
import { Router } from 'express';
import { exchangeLaunchBody, renewLaunchBody } from '../../../contract/schema/launch.js';
import { launchRefused } from '../../errors.js';
import { addLogContext } from '../../middleware/log-context.js';
import { exchangeLaunch, renewLaunch, type LaunchOptions } from './launch.service.js';

export interface LaunchRouteOptions extends LaunchOptions {
  readonly publicUrl: string;
}

const COOKIE_PATH = '/web/v1';

/** The capture app's own calls, same origin only. */
export function createLaunchRoute(options: LaunchRouteOptions): Router {
  const router = Router();
  const isHttps = new URL(options.publicUrl).protocol === 'https:';

  router.post('/web/v1/launch/exchange', async (req, res) => {
    const body = exchangeLaunchBody.safeParse(req.body);
    // Not told apart from an unknown token: there is nothing the person could correct.
    if (!body.success) throw launchRefused('LAUNCH_TOKEN_INVALID');
    const { publicId, token } = body.data;
    const { session, secret, expiresAt } = await exchangeLaunch(options, publicId, token);
    addLogContext(res, { submissionId: session.submissionId });
    const cookie = stringifySetCookie(cookieName(publicId), secret, {
      httpOnly: true,
      sameSite: 'strict',
      secure: isHttps,
      path: COOKIE_PATH,
      expires: expiresAt,
    });
    res.append('Set-Cookie', cookie).json({ success: true, data: session });
  });

  router.post('/web/v1/launch/renew', async (req, res) => {
    const body = renewLaunchBody.safeParse(req.body);
    if (!body.success) throw launchRefused('LAUNCH_SESSION_INVALID');
    const { publicId } = body.data;
    const secret = parseCookie(req.get('cookie') ?? '')[cookieName(publicId)];
    if (secret === undefined) throw launchRefused('LAUNCH_SESSION_INVALID');
    const session = await renewLaunch(options, publicId, secret);
    addLogContext(res, { submissionId: session.submissionId });
    res.json({ success: true, data: session });
  });

  return router;
}

/** One cookie a submission, so that two open sessions in one browser do not end each other. */
function cookieName(publicId: string): string {
  return `kenali_${publicId}`;
}
