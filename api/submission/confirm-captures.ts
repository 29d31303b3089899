import { createHash } from 'node:crypto';
import type { CapturePlace, CaptureRef } from '../../contract/capture.js';
import { FLOWS, type DocumentType } from '../../contract/flow.js';
import type { SubmissionState } from '../../contract/schema/confirm-captures.js';
import { WireCode, type WireError } from '../../contract/wire-error.js';
import type { ConfirmedAttempt } from '../../db/insert-captures.js';
import type { Submission, SubmissionStore } from '../../db/submission-store.js';
import type { CaptureStore } from '../../storage/capture-store.js';
import { CaptureTooLargeError } from '../../storage/read-object.js';
import type { UploadStore } from '../../storage/upload-store.js';
import type { Backlog } from '../backlog.js';
import {
  attemptAlreadyConfirmed,
  badRequest,
  submissionAlreadyFinished,
  tooLargeDocument,
} from '../errors.js';
import { invalid } from '../request-problems.js';
import type { SubmissionWorkflows } from '../submission-workflows.js';
import { currentAttempt } from './open-attempt.js';

export interface ConfirmOptions {
  readonly submissions: SubmissionStore;
  readonly uploads: Pick<UploadStore, 'fetch' | 'remove'>;
  readonly captures: Pick<CaptureStore, 'keep'>;
  readonly workflows: SubmissionWorkflows;
  readonly backlog: Backlog;
  readonly now: () => Date;
}

export interface ConfirmTold {
  /** As presign told it; without it the open one is meant. */
  readonly attempt?: number | undefined;
  /** See `ConfirmCapturesInput`. */
  readonly maxMovements?: number | undefined;
}

/**
 * Hands what was uploaded for an attempt to the workflow: first a sealed copy is kept, then the workflow
 * takes it, then the upload goes. Repeating it with the same pictures, or with none, gives the same
 * answer; with others it is refused, and so is what comes after the session's lifetime.
 *
 * @param told what the caller says of itself
 */
export async function confirmCaptures(
  options: ConfirmOptions,
  submission: Submission,
  told: ConfirmTold,
): Promise<SubmissionState> {
  if (submission.status !== 'IN_PROGRESS') throw submissionAlreadyFinished();
  const current = currentAttempt(submission);
  const { attempt = current, maxMovements } = told;
  if (attempt > current) throw badRequest([invalid('ATTEMPT', 'attempt')]);
  const confirmed = await options.submissions.listConfirmed(submission.id, attempt);
  if (confirmed.length > 0) await confirmAgain(options, submission, { attempt, confirmed });
  else if (attempt < current) await confirmUnrecorded(options, submission, attempt);
  else await confirmCurrent(options, submission, { attempt, maxMovements });
  return { submissionId: submission.id, status: 'IN_PROGRESS' };
}

async function confirmCurrent(
  options: ConfirmOptions,
  submission: Submission,
  { attempt, maxMovements }: ConfirmTold & { readonly attempt: number },
): Promise<void> {
  if (submission.expiresAt <= options.now()) throw submissionAlreadyFinished();
  await options.backlog.refuseWhenOverfull();
  const uploads = await readUploads(options, submission.id, {
    attempt,
    documentTypes: submission.awaiting,
  });
  const problems = uploads.filter((one) => 'code' in one);
  if (problems.length > 0) throw badRequest(problems);
  await confirmUploads(options, submission, { attempt, uploads, maxMovements });
}

interface RecordedConfirm {
  readonly attempt: number;
  readonly confirmed: readonly CaptureRef[];
}

/** The uploads are gone then. What was put there since must not pass for what was judged. */
async function confirmAgain(
  options: ConfirmOptions,
  submission: Submission,
  { attempt, confirmed }: RecordedConfirm,
): Promise<void> {
  const documentTypes = confirmed.map(({ documentType }) => documentType);
  const uploads = await readUploads(options, submission.id, { attempt, documentTypes });
  const isAnother = uploads.some((one) =>
    'bytes' in one
      ? confirmed.every(({ sha256 }) => sha256 !== digestOf(one.bytes))
      : one.code !== WireCode.DOCUMENT_NOT_UPLOADED,
  );
  if (isAnother) throw attemptAlreadyConfirmed();
  await removeUploads(options, { submissionId: submission.id, attempt, captures: confirmed });
}

/**
 * The workflow had taken the captures, but the row of what it took could not be written: the
 * workflow itself knows what it was. Which captures were asked for then, the uploads tell.
 */
async function confirmUnrecorded(
  options: ConfirmOptions,
  submission: Submission,
  attempt: number,
): Promise<void> {
  const documentTypes = FLOWS[submission.flow].captures;
  const uploads = await readUploads(options, submission.id, { attempt, documentTypes });
  await confirmUploads(options, submission, { attempt, uploads });
}

interface ReadAttempt extends Pick<ConfirmTold, 'maxMovements'> {
  readonly attempt: number;
  readonly uploads: readonly (Upload | WireError)[];
}

async function confirmUploads(
  options: ConfirmOptions,
  { id: submissionId, partnerCode }: Submission,
  { attempt, uploads, maxMovements }: ReadAttempt,
): Promise<void> {
  const found = uploads.filter((one) => 'bytes' in one);
  const captures = await Promise.all(
    found.map((one) => options.captures.keep({ ...one, submissionId, attempt, partnerCode })),
  );
  await confirmAndRecord(options, { submissionId, attempt, captures }, maxMovements);
}

/** The workflow answers an attempt that it has taken with what it took at first. */
async function confirmAndRecord(
  options: ConfirmOptions,
  confirmed: ConfirmedAttempt,
  maxMovements?: number,
): Promise<void> {
  const { submissions, workflows } = options;
  const { submissionId, attempt, captures } = confirmed;
  const { sha256 } = await workflows.confirm(submissionId, { attempt, captures, maxMovements });
  if (!isSame(sha256, captures)) throw attemptAlreadyConfirmed();
  await submissions.recordConfirm(confirmed);
  await removeUploads(options, confirmed);
}

/** An upload that stays is one more copy for a while, and no reason to refuse. */
async function removeUploads(
  { uploads }: ConfirmOptions,
  { submissionId, attempt, captures }: ConfirmedAttempt,
): Promise<void> {
  await Promise.allSettled(
    captures.map(({ documentType }) => uploads.remove({ submissionId, attempt, documentType })),
  );
}

interface AttemptUploads {
  readonly attempt: number;
  readonly documentTypes: readonly DocumentType[];
}

interface Upload {
  readonly documentType: DocumentType;
  readonly bytes: Uint8Array;
}

/** Of what is not there or too large, what is wrong with it. */
async function readUploads(
  { uploads }: ConfirmOptions,
  submissionId: string,
  { attempt, documentTypes }: AttemptUploads,
): Promise<readonly (Upload | WireError)[]> {
  return await Promise.all(
    documentTypes.map((documentType) =>
      readUpload(uploads, { submissionId, attempt, documentType }),
    ),
  );
}

async function readUpload(
  uploads: ConfirmOptions['uploads'],
  place: CapturePlace,
): Promise<Upload | WireError> {
  const { documentType } = place;
  try {
    const bytes = await uploads.fetch(place);
    return bytes === null ? notUploaded(documentType) : { documentType, bytes };
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

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
