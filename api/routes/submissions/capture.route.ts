import { Router } from 'express';
import {
  confirmCapturesBody,
  type SubmissionState,
} from '../../../contract/schema/confirm-captures.js';
import { uploadUrlsQuery } from '../../../contract/schema/upload-urls.js';
import { WireCode } from '../../../contract/wire-error.js';
import type { HandoffStore } from '../../../db/handoff-store.js';
import { badRequest, forbidden } from '../../errors.js';
import { logSubmission } from '../../middleware/log-context.js';
import { invalid, parseRequest } from '../../request-problems.js';
import { refuseOutOfTurn } from '../../submission/follow-handoff.js';
import { beginByGrant, type BeginByGrantOptions } from '../../submission/begin-by-grant.js';
import { CAPTURE_PATHS } from './capture-addresses.js';
import { confirmCaptures, type ConfirmOptions } from '../../submission/confirm-captures.js';
import { createSingleFlight } from '../../submission/single-flight.js';
import type { SubmissionAccess } from '../../submission/submission-access.js';
import { createUploadSlots } from '../../upload-slots.js';
import { presignUploads, type UploadUrlsOptions } from './upload-urls.service.js';

export interface CaptureRouteOptions
  extends
    Omit<UploadUrlsOptions, 'uploads'>,
    Omit<ConfirmOptions, 'uploads' | 'slots' | 'confirms'>,
    BeginByGrantOptions {
  readonly access: SubmissionAccess;
  readonly submissions: ConfirmOptions['submissions'];
  readonly handoffs: Pick<HandoffStore, 'findLatest' | 'recordCaptured'>;
  readonly uploads: UploadUrlsOptions['uploads'] & ConfirmOptions['uploads'];
}

/**
 * 300 MB at most, see `createUploadSlots`. Pictures of a phone have half a megabyte and are kept within
 * tenths of a second, so that a whole queue has its turn in time. With a slow object store it has not,
 * and is asked to come again.
 */
const CONFIRM_SLOTS = { atOnce: 4, maxWaiting: 64, patienceMs: 5_000 };

/** Presign and confirm: what a capture app or SDK does with a user token. */
export function createCaptureRoute(options: CaptureRouteOptions): Router {
  const router = Router();
  const confirming = {
    ...options,
    slots: createUploadSlots(CONFIRM_SLOTS),
    confirms: createSingleFlight<SubmissionState>(),
  };

  router.get([...CAPTURE_PATHS], async (req, res) => {
    const query = parseRequest(uploadUrlsQuery, req.query, WireCode.MISSING);
    const problems = query.isValid ? [] : query.problems;
    const visit = await options.access.openOrBegin(req, problems, (caller, partnerSessionId) => {
      if (!query.isValid) throw badRequest(problems);
      return beginByGrant(options, caller, { flow: query.value.submissionType, partnerSessionId });
    });
    const { submission } = visit;
    logSubmission(res, submission);
    if (query.isValid && query.value.submissionType !== submission.flow) {
      throw badRequest([invalid('SUBMISSION_TYPE', 'submissionType')]);
    }
    await refuseOutOfTurn(options.handoffs, visit);
    const data = await presignUploads(options, visit);
    res.json({ success: true, data });
  });

  router.put([...CAPTURE_PATHS], async (req, res) => {
    const body = parseRequest(confirmCapturesBody, req.body, WireCode.MISSING);
    const problems = body.isValid ? [] : body.problems;
    const visit = await options.access.openForUser(req, problems);
    const { submission, handoffId } = visit;
    logSubmission(res, submission);
    const { submissionId, ...told } = body.isValid ? body.value : {};
    if (submissionId?.toLowerCase() !== submission.id) throw forbidden();
    await refuseOutOfTurn(options.handoffs, visit);
    const data = await confirmCaptures(confirming, visit, told);
    if (handoffId !== null) await options.handoffs.recordCaptured(handoffId, options.now());
    res.json({ success: true, data });
  });

  return router;
}
