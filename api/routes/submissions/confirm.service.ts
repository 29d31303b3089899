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
import type { SubmissionWorkflows } from '../../submission-workflows.js';
import { currentAttempt } from './open-attempt.js';

export interface ConfirmOptions {
  readonly submissions: SubmissionStore;
  readonly captures: Pick<CaptureStore, 'describe'>;
  readonly workflows: SubmissionWorkflows;
}

/**
 * Hands what was uploaded for the current attempt to the workflow. Repeating it with the same
 * objects gives the same answer; with others it is refused.
 */
export async function confirmCaptures(
  { submissions, captures, workflows }: ConfirmOptions,
  submission: Submission,
): Promise<SubmissionState> {
  if (submission.status !== 'IN_PROGRESS') throw submissionAlreadyFinished();
  const attempt = currentAttempt(submission);
  const uploaded = await describeUploads(captures, submission, attempt);
  const answer = await workflows.confirm(submission.id, { attempt, captures: uploaded });
  if (!isSame(answer.sha256, uploaded)) throw attemptAlreadyConfirmed();
  await submissions.recordConfirm({ submissionId: submission.id, attempt, captures: uploaded });
  return { submissionId: submission.id, status: 'IN_PROGRESS' };
}

/** @throws ApiError 400 naming every capture that is missing or too large */
async function describeUploads(
  captures: ConfirmOptions['captures'],
  submission: Submission,
  attempt: number,
): Promise<readonly CaptureRef[]> {
  const found = await Promise.all(
    submission.awaiting.map((documentType) =>
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
