import { captureKey, type CaptureRef } from '../../contract/capture.js';
import { FLOWS, type DocumentType } from '../../contract/flow.js';
import type { SubmissionState } from '../../contract/schema/confirm-captures.js';
import { WireCode, type WireError } from '../../contract/wire-error.js';
import type { ConfirmedAttempt, Submission, SubmissionStore } from '../../db/submission-store.js';
import { CaptureTooLargeError, type CaptureStore } from '../../storage/capture-store.js';
import {
  attemptAlreadyConfirmed,
  badRequest,
  submissionAlreadyFinished,
  tooLargeDocument,
} from '../errors.js';
import { invalid } from '../request-problems.js';
import type { SubmissionWorkflows } from '../submission-workflows.js';
import { currentAttempt, isInFlight } from './open-attempt.js';

export interface ConfirmOptions {
  readonly submissions: SubmissionStore;
  readonly captures: Pick<CaptureStore, 'describe'>;
  readonly workflows: SubmissionWorkflows;
  readonly now: () => Date;
}

/**
 * Hands what was uploaded for an attempt to the workflow. Repeating it with the same objects gives
 * the same answer; with others it is refused, and so is what comes after the session's lifetime.
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
  if (attempt < current) await confirmAgain(options, submission, attempt);
  else await confirmCurrent(options, submission, attempt);
  return { submissionId: submission.id, status: 'IN_PROGRESS' };
}

async function confirmCurrent(
  options: ConfirmOptions,
  submission: Submission,
  attempt: number,
): Promise<void> {
  const isLate = submission.expiresAt <= options.now() && !isInFlight(submission);
  if (isLate) throw submissionAlreadyFinished();
  const captures = await describeUploads(options.captures, submission, {
    attempt,
    documentTypes: submission.awaiting,
  });
  await confirmAndRecord(options, { submissionId: submission.id, attempt, captures });
}

/** A confirm that comes again after its attempt was judged. */
async function confirmAgain(
  options: ConfirmOptions,
  submission: Submission,
  attempt: number,
): Promise<void> {
  const confirmed = await options.submissions.listConfirmed(submission.id, attempt);
  if (confirmed.length === 0) return confirmUnrecorded(options, submission, attempt);
  const documentTypes = confirmed.map(({ documentType }) => documentType);
  const uploads = { attempt, documentTypes };
  const uploaded = await describeUploads(options.captures, submission, uploads);
  const digests = confirmed.map(({ sha256 }) => sha256);
  if (!isSame(digests, uploaded)) throw attemptAlreadyConfirmed();
}

/**
 * The workflow had taken the captures, but the row of what it took could not be written: the
 * workflow itself knows what it was. Which captures were asked for then, the uploads tell.
 */
async function confirmUnrecorded(
  options: ConfirmOptions,
  { id: submissionId, flow }: Submission,
  attempt: number,
): Promise<void> {
  const found = await Promise.all(
    FLOWS[flow].captures.map((documentType) =>
      describeUpload(
        options.captures,
        documentType,
        captureKey(submissionId, attempt, documentType),
      ),
    ),
  );
  const captures = found.filter((one) => 'sha256' in one);
  await confirmAndRecord(options, { submissionId, attempt, captures });
}

/** The workflow answers an attempt that it has taken with what it took at first. */
async function confirmAndRecord(
  { submissions, workflows }: ConfirmOptions,
  confirmed: ConfirmedAttempt,
): Promise<void> {
  const { submissionId, attempt, captures } = confirmed;
  const { sha256 } = await workflows.confirm(submissionId, { attempt, captures });
  if (!isSame(sha256, captures)) throw attemptAlreadyConfirmed();
  await submissions.recordConfirm(confirmed);
}

interface AttemptUploads {
  readonly attempt: number;
  readonly documentTypes: readonly DocumentType[];
}

/** @throws ApiError 400 naming every capture that is missing or too large */
async function describeUploads(
  captures: ConfirmOptions['captures'],
  submission: Submission,
  { attempt, documentTypes }: AttemptUploads,
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
