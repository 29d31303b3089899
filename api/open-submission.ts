import { FLOWS, type FlowName } from '../contract/flow.js';
import type { ReferenceImageSourceStore } from '../db/reference-image-source-store.js';
import type { NewSubmission, Submission } from '../db/submission-store.js';
import {
  referenceImageNotConfigured,
  sessionAlreadyUsed,
  submissionAlreadyFinished,
} from './errors.js';
import { toNewSubmission, type SubmissionRequest } from './routes/initiate-flow/new-submission.js';
import { toStartSubmission } from './start-submission.js';
import type { SubmissionWorkflows } from './submission-workflows.js';

export interface OpenSubmissionOptions {
  readonly workflows: SubmissionWorkflows;
  readonly referenceImages: Pick<ReferenceImageSourceStore, 'hasSource'>;
  readonly now: () => Date;
}

export type OpenSubmissionRequest = Omit<SubmissionRequest, 'hasReferenceImage'>;

/**
 * The submission of a session, new or as it was before. The row comes first, then its workflow by
 * an id that follows from it: when the second fails, the repetition of the call finds the row and
 * starts what is missing.
 *
 * @param createOrFind gives back the row that was there before, if there was one
 * @throws ApiError 400 without a needed reference image, 409 when the session was used for
 *   something else or is over
 */
export async function openSubmission(
  { workflows, referenceImages, now }: OpenSubmissionOptions,
  request: OpenSubmissionRequest,
  createOrFind: (created: NewSubmission) => Promise<Submission>,
): Promise<Submission> {
  const hasReferenceImage = await referenceImages.hasSource(request.caller.partner.code);
  refuseWithoutReference(request.body.flow, hasReferenceImage);
  const submission = await createOrFind(toNewSubmission({ ...request, hasReferenceImage }, now()));
  const { requestDigest, caller } = request;
  const isSame =
    submission.requestDigest === requestDigest && submission.environment === caller.environment;
  if (!isSame) throw sessionAlreadyUsed();
  if (submission.expiresAt <= now()) throw submissionAlreadyFinished();
  if (submission.status === 'IN_PROGRESS') await workflows.start(toStartSubmission(submission));
  return submission;
}

function refuseWithoutReference(flow: FlowName, hasReferenceImage: boolean): void {
  if (FLOWS[flow].referenceImage === 'ALWAYS' && !hasReferenceImage) {
    throw referenceImageNotConfigured();
  }
}
