import { Router } from 'express';
import type { HandoffStore } from '../../../db/handoff-store.js';
import type { CaptureLocks } from '../../../keys/capture-locks.js';
import { logSubmission } from '../../middleware/log-context.js';
import { cancelSubmission, type CancelOptions } from './cancel.service.js';
import { describeStatus } from './describe-status.js';
import { readDetails } from './details.service.js';
import { findHandoff } from '../../submission/follow-handoff.js';
import type { SubmissionAccess } from '../../submission/submission-access.js';
import type { TellDetailsOptions } from '../../submission/tell-details.js';

export interface SubmissionRouteOptions extends CancelOptions, TellDetailsOptions {
  readonly access: SubmissionAccess;
  readonly handoffs: Pick<HandoffStore, 'findLatest'>;
  readonly captureLocks: CaptureLocks;
  readonly now: () => Date;
}

/** Status, details and cancel of a submission. */
export function createSubmissionRoute(options: SubmissionRouteOptions): Router {
  const { access, handoffs, captureLocks, now } = options;
  const router = Router();

  router.get('/coe-partner/v1/submissions/status', async (req, res) => {
    const submission = await access.openForEither(req);
    logSubmission(res, submission);
    const handoff = await findHandoff(handoffs, submission);
    const data = describeStatus(submission, { handoff, captureLocks, now: now() });
    res.json({ success: true, data });
  });

  router.get('/coe/v1/submissions', async (req, res) => {
    const submission = await access.openForPartner(req);
    logSubmission(res, submission);
    const data = await readDetails(options, submission);
    res.json({ success: true, data });
  });

  router.post('/coe-partner/v1/submissions/cancel', async (req, res) => {
    const submission = await access.openForPartner(req);
    logSubmission(res, submission);
    const data = await cancelSubmission(options, submission);
    res.json({ success: true, data });
  });

  return router;
}
