import { Router } from 'express';
import { confirmCapturesBody } from '../../../contract/schema/confirm-captures.js';
import { uploadUrlsQuery } from '../../../contract/schema/upload-urls.js';
import { WireCode } from '../../../contract/wire-error.js';
import { badRequest, forbidden } from '../../errors.js';
import { logSubmission } from '../../middleware/log-context.js';
import { invalid, parseRequest } from '../../request-problems.js';
import { confirmCaptures, type ConfirmOptions } from './confirm.service.js';
import type { SubmissionAccess } from './submission-access.js';
import { presignUploads, type UploadUrlsOptions } from './upload-urls.service.js';

export interface CaptureRouteOptions extends Omit<UploadUrlsOptions & ConfirmOptions, 'captures'> {
  readonly access: SubmissionAccess;
  readonly captures: UploadUrlsOptions['captures'] & ConfirmOptions['captures'];
}

/** The documentation prints the address in these ways; all of them are the same. */
const PATHS = [
  '/coe-partner/v1/submissions/url',
  '/coe-partner/v1/submissions/urls',
  '/coe-partner/v1/submissions-url',
  '/coe/v1/submissions/url',
  '/coe/v1/submissions/urls',
  '/coe/v1/submissions-url',
  '/submissions-url',
];

/** Presign and confirm: what a capture app or SDK does with a user token. */
export function createCaptureRoute(options: CaptureRouteOptions): Router {
  const router = Router();

  router.get(PATHS, async (req, res) => {
    const query = parseRequest(uploadUrlsQuery, req.query, WireCode.MISSING);
    const problems = query.isValid ? [] : query.problems;
    const submission = await options.access.openForUser(req.headers, problems);
    logSubmission(res, submission);
    if (query.isValid && query.value.submissionType !== submission.flow) {
      throw badRequest([invalid('SUBMISSION_TYPE', 'submissionType')]);
    }
    const data = await presignUploads(options, submission);
    res.json({ success: true, data });
  });

  router.put(PATHS, async (req, res) => {
    const body = parseRequest(confirmCapturesBody, req.body, WireCode.MISSING);
    const problems = body.isValid ? [] : body.problems;
    const submission = await options.access.openForUser(req.headers, problems);
    logSubmission(res, submission);
    if (body.isValid && body.value.submissionId.toLowerCase() !== submission.id) throw forbidden();
    const data = await confirmCaptures(options, submission);
    res.json({ success: true, data });
  });

  return router;
}
