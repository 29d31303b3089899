import { DocumentType } from '../../../contract/flow.js';
import type { FaceMatchView, PendingFaceMatch } from '../../../contract/schema/face-match.js';
import type { Submission, SubmissionStore } from '../../../db/submission-store.js';
import type { CaptureStore } from '../../../storage/capture-store.js';
import type { UploadStore } from '../../../storage/upload-store.js';
import { isAlreadyFinished, submissionDoesNotExist } from '../../errors.js';
import {
  openSubmission,
  type OpenSubmissionOptions,
  type OpenSubmissionRequest,
} from '../../submission/open-submission.js';
import { confirmCaptures, type ConfirmOptions } from '../../submission/confirm-captures.js';
import { tellDetails, type TellDetailsOptions } from '../../submission/tell-details.js';
import type { FaceAddresses, FaceImages, FaceUploads } from './face-images.js';
import type { MatchShares } from './match-shares.js';

export interface FaceMatchOptions
  extends OpenSubmissionOptions, TellDetailsOptions, Pick<ConfirmOptions, 'slots' | 'confirms'> {
  readonly submissions: SubmissionStore;
  readonly uploads: Pick<UploadStore, 'put' | 'fetch' | 'remove'>;
  readonly captures: Pick<CaptureStore, 'keep'>;
  readonly matchShares: MatchShares;
}

export interface FaceMatchRequest {
  readonly opening: OpenSubmissionRequest;
  readonly images: FaceImages;
}

/**
 * Contract §15.6: an answer that takes longer comes as a callback. Counted from when the images are
 * here, over all that follows: starting and submitting take up to five seconds each.
 */
const PATIENCE_MS = 10_000;

const ONLY_ATTEMPT = 1;

/** Opens the submission, submits the images and waits for its end, a while. */
export async function matchFaces(
  options: FaceMatchOptions,
  request: FaceMatchRequest,
): Promise<FaceMatchView | PendingFaceMatch> {
  const { submissions, runs, now, matchShares } = options;
  const deadline = now().getTime() + PATIENCE_MS;
  const begin = () => beginMatch(options, request);
  const { id, status } = (await isToFetch(options, request))
    ? await matchShares.begin(request.opening.caller, begin)
    : await begin();
  if (status === 'IN_PROGRESS') {
    const hasEnded = await runs.awaitEnd(id, Math.max(0, deadline - now().getTime()));
    if (!hasEnded) return { submissionId: id, status: 'IN_PROGRESS' };
  }
  const ended = await submissions.find(id);
  if (ended === null) throw submissionDoesNotExist();
  return describeEnd(options, ended);
}

/** Whether its images are fetched because of this call: one that was accepted before is none the more for its repetition. */
async function isToFetch(
  { submissions }: FaceMatchOptions,
  { opening, images }: FaceMatchRequest,
): Promise<boolean> {
  if (images.kind !== 'ADDRESSED') return false;
  const { caller, partnerSessionId } = opening;
  const begun = await submissions.findByPartnerSession(caller.partner.code, partnerSessionId);
  return begun === null || (begun.status === 'IN_PROGRESS' && !isSubmitted(begun));
}

/** The submission as it was opened; one in progress has its images then. */
async function beginMatch(
  options: FaceMatchOptions,
  { opening, images }: FaceMatchRequest,
): Promise<Submission> {
  const submission = await openSubmission(options, opening, (created) =>
    options.submissions.createOrFind(created),
  );
  if (submission.status === 'IN_PROGRESS') {
    await submitImages(options, submission, images).catch(passOverFinished);
  }
  return submission;
}

function isSubmitted({ confirmedAttempt }: Submission): boolean {
  return confirmedAttempt >= ONLY_ATTEMPT;
}

/** A repetition submits the same once more, which changes nothing. */
async function submitImages(
  options: FaceMatchOptions,
  submission: Submission,
  given: FaceImages,
): Promise<void> {
  if (given.kind === 'ADDRESSED') await submitAddresses(options, submission, given.urls);
  else await submitUploads(options, submission, given.images);
}

/** The workflow fetches the captures. The row says that the attempt is confirmed: it waits for the models too. */
async function submitAddresses(
  { submissions, runs, backlog }: FaceMatchOptions,
  submission: Submission,
  { selfie, reference }: FaceAddresses,
): Promise<void> {
  const { id } = submission;
  if (!isSubmitted(submission)) await backlog.refuseWhenOverfull();
  await runs.fetchImages(id, [
    { documentType: 'SELFIE', url: selfie },
    { documentType: 'REFERENCE', url: reference },
  ]);
  await submissions.recordConfirm({ submissionId: id, attempt: ONLY_ATTEMPT, captures: [] });
}

async function submitUploads(
  options: FaceMatchOptions,
  submission: Submission,
  { selfie, reference }: FaceUploads,
): Promise<void> {
  const { uploads } = options;
  const place = { submissionId: submission.id, attempt: ONLY_ATTEMPT };
  await Promise.all([
    uploads.put({ ...place, documentType: DocumentType.SELFIE }, selfie.bytes),
    uploads.put({ ...place, documentType: DocumentType.REFERENCE }, reference.bytes),
  ]);
  await confirmCaptures(options, { submission, handoffId: null }, { attempt: ONLY_ATTEMPT });
}

/** Another call of the same session was quicker: its end is the answer. */
function passOverFinished(error: unknown): void {
  if (!isAlreadyFinished(error)) throw error;
}

async function describeEnd(
  options: TellDetailsOptions,
  submission: Submission,
): Promise<FaceMatchView | PendingFaceMatch> {
  const { id, status, result, reasonCode } = submission;
  if (status === 'IN_PROGRESS') return { submissionId: id, status };
  const { faceMatchScore = null } = await tellDetails(options, submission);
  return { submissionId: id, status, result, reasonCode, faceMatchScore };
}
