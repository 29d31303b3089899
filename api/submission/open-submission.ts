import { FLOWS } from '../../contract/flow.js';
import type { ReferenceImageSourceStore } from '../../db/reference-image-source-store.js';
import type { NewSubmission, Submission, SubmissionStore } from '../../db/submission-store.js';
import {
  referenceImageNotConfigured,
  serviceBusy,
  sessionAlreadyUsed,
  submissionAlreadyFinished,
} from '../errors.js';
import type { Backlog } from '../backlog.js';
import type { RequestedRuns } from '../requested-runs.js';
import { toNewSubmission, type SubmissionRequest } from './new-submission.js';
import { startSubmission } from './start-submission.js';

export interface OpenSubmissionOptions {
  readonly submissions: Pick<
    SubmissionStore,
    'createOrFind' | 'findByPartnerSession' | 'recordStart'
  >;
  readonly runs: RequestedRuns;
  readonly referenceImages: Pick<ReferenceImageSourceStore, 'hasSource'>;
  readonly backlog: Backlog;
  readonly now: () => Date;
}

export type OpenSubmissionRequest = Omit<SubmissionRequest, 'hasReferenceImage'>;

/**
 * The submission of a session, new or as it was before. The row comes first, then its workflow by
 * an id that follows from it: when the second fails, the repetition of the call finds the row and
 * starts what is missing. Where nobody repeats it, `start-overdue.ts` does.
 *
 * @param createOrFind gives back the row that was there before, if there was one
 * @throws ApiError 400 without a needed reference image, 409 when the session was used for
 *   something else or is over, 503 for a new one while too many wait
 */
export async function openSubmission(
  options: OpenSubmissionOptions,
  request: OpenSubmissionRequest,
  createOrFind: (created: NewSubmission) => Promise<Submission>,
): Promise<Submission> {
  const { referenceImages, backlog, now } = options;
  const hasReferenceImage = await referenceImages.hasSource(request.caller.partner.code);
  // Verdicts of the sandbox come from the user id: nothing is asked of a source there.
  if (!hasReferenceImage && request.caller.environment === 'PRODUCTION') {
    await refuseWithoutReference(options, request);
  }
  if (await backlog.isFull()) await refuseNew(options, request);
  const submission = await createOrFind(toNewSubmission({ ...request, hasReferenceImage }, now()));
  const { requestDigest, caller } = request;
  const isSame =
    submission.requestDigest === requestDigest && submission.environment === caller.environment;
  if (!isSame) throw sessionAlreadyUsed();
  if (isOver(submission, now())) throw submissionAlreadyFinished();
  if (submission.status === 'IN_PROGRESS') await startSubmission(options, submission);
  return submission;
}

/**
 * Only what is new needs a source: a session that was begun before goes on as it was begun. Refused
 * before the row is made, which would use the session up.
 */
async function refuseWithoutReference(
  { submissions }: OpenSubmissionOptions,
  { body, caller, partnerSessionId }: OpenSubmissionRequest,
): Promise<void> {
  if (FLOWS[body.flow].referenceImage !== 'ALWAYS') return;
  const begun = await submissions.findByPartnerSession(caller.partner.code, partnerSessionId);
  if (begun === null) throw referenceImageNotConfigured();
}

/** A session that was begun before goes on. */
async function refuseNew(
  { submissions }: OpenSubmissionOptions,
  { caller, partnerSessionId }: OpenSubmissionRequest,
): Promise<void> {
  const begun = await submissions.findByPartnerSession(caller.partner.code, partnerSessionId);
  if (begun === null) throw serviceBusy();
}

/** Past its lifetime a session lets nobody in; without a person its result is still the answer. */
function isOver({ flow, status, expiresAt }: Submission, now: Date): boolean {
  const isStillAnswered = !FLOWS[flow].isAttended && status !== 'IN_PROGRESS';
  return expiresAt <= now && !isStillAnswered;
}
