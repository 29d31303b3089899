import { Router } from 'express';
import { claimHandoffBody } from '../../../contract/schema/handoff.js';
import { launchRefused } from '../../errors.js';
import { addLogContext, logSubmission } from '../../middleware/log-context.js';
import { readBrowserCookie, setBrowserCookie } from '../../browser-session/browser-cookie.js';
import type { SubmissionAccess } from '../../submission/submission-access.js';
import { claimHandoff, endHandoff, openHandoff, type HandoffOptions } from './handoff.service.js';

export interface HandoffRouteOptions extends HandoffOptions {
  readonly access: SubmissionAccess;
}

/** Smart QR: going on with a phone. Apps of partners open and end a hand-off too. */
export function createHandoffRoute(options: HandoffRouteOptions): Router {
  const router = Router();

  router.post('/web/v1/handoff', async (req, res) => {
    const visit = await options.access.openForUser(req, []);
    logSubmission(res, visit.submission);
    const data = await openHandoff(options, visit);
    res.json({ success: true, data });
  });

  router.post('/web/v1/handoff/claim', async (req, res) => {
    const body = claimHandoffBody.safeParse(req.body);
    // Not told apart from an unknown code: there is nothing the person could correct.
    if (!body.success) throw launchRefused('HANDOFF_CODE_INVALID');
    const { publicId, code, repeatKey } = body.data;
    const cookieSecret = readBrowserCookie(req, { publicId, publicUrl: options.publicUrl });
    const opened = await claimHandoff(options, { publicId, code, repeatKey, cookieSecret });
    addLogContext(res, { submissionId: opened.session.submissionId });
    setBrowserCookie(res, { ...opened, publicId, publicUrl: options.publicUrl });
    res.json({ success: true, data: opened.session });
  });

  router.post('/web/v1/handoff/end', async (req, res) => {
    const visit = await options.access.openForUser(req, []);
    logSubmission(res, visit.submission);
    const handoff = await endHandoff(options, visit);
    res.json({ success: true, data: { handoff } });
  });

  return router;
}
