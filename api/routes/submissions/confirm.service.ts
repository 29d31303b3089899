import { captureKey, type CaptureRef } from '../../../contract/capture.js';
import type { DocumentType } from '../../../contract/flow.js';
import type { SubmissionState } from '../../../contract/schema/confirm-captures.js';
import { WireCode, type WireError } from '../../../contract/wire-error.js';
import type { Submission, SubmissionStore } from '../../../db/submission-store.js';
import { CaptureTooLargeError, type CaptureStore } from '../../../storage/capture-store.js';
import {
  attemptAlreadyConfirmed,
  badRequest,
  submissionAlreadyFinished,
  tooLargeDocument,
} from '../../errors.js';
import { invalid } from '../../request-problems.js';
import type { SubmissionWorkflows } from '../../submission-workflows.js';
import { currentAttempt } from './open-attempt.js';

export interface ConfirmOptions {
  readonly submissions: SubmissionStore;
  readonly captures: Pick<CaptureStore, 'describe'>;
  readonly workflows: SubmissionWorkflows;
}

/**
 * Hands what was uploaded for an attempt to the workflow. Repeating it with the same objects gives
 * the same answer; with others it is refused.
 *
 * @param asked the attempt that presign told, when the caller names it; else the open one is meant
 */
export async function confirmCaptures(
  options: ConfirmOptions,
  submission: Submission,
  asked: number | undefined,
): Promise<SubmissionState> {
  if (submission.status !== 'IN_PROGRESS') throw submissionAlreadyFinished();
  const current = currentAttempt(submission);
  const attempt = asked ?? current;
  if (attempt > current) throw badRequest([invalid('ATTEMPT', 'attempt')]);
  if (attempt < current) await refuseOtherCaptures(options, submission, attempt);
  else await confirmCurrent(options, submission, attempt);
  return { submissionId: submission.id, status: 'IN_PROGRESS' };
}

async function confirmCurrent(
  { submissions, captures, workflows }: ConfirmOptions,
  submission: Submission,
  attempt: number,
): Promise<void> {
  const uploaded = await describeUploads(captures, submission, attempt, submission.awaiting);
  const answer = await workflows.confirm(submission.id, { attempt, captures: uploaded });
  if (!isSame(answer.sha256, uploaded)) throw attemptAlreadyConfirmed();
  await submissions.recordConfirm({ submissionId: submission.id, attempt, captures: uploaded });
}

/** A confirm that comes again after its attempt was judged: nothing is left to do. */
async function refuseOtherCaptures(
  { submissions, captures }: ConfirmOptions,
  submission: Submission,
  attempt: number,
): Promise<void> {
  const confirmed = await submissions.listConfirmed(submission.id, attempt);
  const types = confirmed.map(({ documentType }) => documentType);
  const uploaded = await describeUploads(captures, submission, attempt, types);
  const digests = confirmed.map(({ sha256 }) => sha256);
  if (!isSame(digests, uploaded)) throw attemptAlreadyConfirmed();
}

/** @throws ApiError 400 naming every capture that is missing or too large */
async function describeUploads(
  captures: ConfirmOptions['captures'],
  submission: Submission,
  attempt: number,
  documentTypes: readonly DocumentType[],
): Promise<readonly CaptureRef[]> {
  const found = await Promise.all(
    documentTypes.map((documentType) =>
      describeUpload(captures, documentType, captureKey(submission.id, attempt, documentType)),
    ),
  );
  const problems = found.filter((one) => 'code' in one);
  if (problems.length > 0) throw badRequest(problems);
  return found.filter((one) => 'sha256' in one);
}

async function describeUpload(
  captures: ConfirmOptions['captures'],
  documentType: DocumentType,
  key: string,
): Promise<CaptureRef | WireError> {
  try {
    const stored = await captures.describe(key);
    return stored === null ? notUploaded(documentType) : { documentType, key, ...stored };
  } catch (error) {
    if (error instanceof CaptureTooLargeError) return tooLargeDocument(documentType);
    throw error;
  }
}

function notUploaded(documentType: DocumentType): WireError {
  const code = WireCode.DOCUMENT_NOT_UPLOADED;
  return { code, cause: 'DOCUMENT_NOT_UPLOADED', field: documentType };
}

function isSame(confirmed: readonly string[], uploaded: readonly CaptureRef[]): boolean {
  const digests = uploaded.map(({ sha256 }) => sha256);
  return confirmed.length === digests.length && digests.every((one) => confirmed.includes(one));
}
