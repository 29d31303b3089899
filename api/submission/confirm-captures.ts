import { createHash } from 'node:crypto';
import { listUploadPlaces, type CaptureRef } from '../../contract/capture.js';
import { FLOWS } from '../../contract/flow.js';
import type { SubmissionState } from '../../contract/schema/confirm-captures.js';
import { WireCode, type WireError } from '../../contract/wire-error.js';
import type { SubmissionStore } from '../../db/submission-store.js';
import type { CaptureStore } from '../../storage/capture-store.js';
import type { UploadStore } from '../../storage/upload-store.js';
import type { Backlog } from '../backlog.js';
import { attemptAlreadyConfirmed, badRequest, submissionAlreadyFinished } from '../errors.js';
import { invalid } from '../request-problems.js';
import type { RequestedRuns } from '../requested-runs.js';
import type { Turns } from '../turns.js';
import { currentAttempt } from './open-attempt.js';
import { readUploads, type AttemptUploads } from './read-uploads.js';
import type { SingleFlight } from './single-flight.js';
import type { UserVisit } from './submission-access.js';
import { areTaken, isTaken } from './taken-captures.js';

export interface ConfirmOptions {
  readonly submissions: SubmissionStore;
  readonly uploads: Pick<UploadStore, 'fetch' | 'remove'>;
  readonly captures: Pick<CaptureStore, 'keep'>;
  readonly runs: RequestedRuns;
  readonly backlog: Backlog;
  /** Taken while pictures are in memory. */
  readonly slots: Turns;
  /** Of this process: however often a device confirms an attempt at once, it is read once at a time. */
  readonly confirms: SingleFlight<SubmissionState>;
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
  visit: UserVisit,
  told: ConfirmTold,
): Promise<SubmissionState> {
  const { submission, handoffId } = visit;
  if (submission.status !== 'IN_PROGRESS') throw submissionAlreadyFinished();
  const current = currentAttempt(submission);
  const { attempt = current, maxMovements } = told;
  if (attempt > current) throw badRequest([invalid('ATTEMPT', 'attempt')]);
  // Two devices confirm different pictures.
  const run = [submission.id, attempt, handoffId].join('/');
  return options.confirms.run(run, async () => {
    const confirmed = await options.submissions.listConfirmed(submission.id, attempt);
    if (confirmed.length > 0) await confirmAgain(options, visit, { attempt, confirmed });
    else if (attempt < current) await confirmUnrecorded(options, visit, attempt);
    else await confirmCurrent(options, visit, { attempt, maxMovements });
    return { submissionId: submission.id, status: 'IN_PROGRESS' };
  });
}

async function confirmCurrent(
  options: ConfirmOptions,
  visit: UserVisit,
  { attempt, maxMovements }: ConfirmTold & { readonly attempt: number },
): Promise<void> {
  const { submission } = visit;
  if (submission.expiresAt <= options.now()) throw submissionAlreadyFinished();
  await options.backlog.refuseWhenOverfull();
  const { captures, problems } = await keepUploads(options, visit, {
    attempt,
    documentTypes: submission.awaiting,
    areAllNeeded: true,
  });
  if (problems.length > 0) {
    // Another process may have recorded them, and removed the uploads, since this one looked.
    const confirmed = await options.submissions.listConfirmed(submission.id, attempt);
    if (confirmed.length === 0) throw badRequest(problems);
    await confirmAgain(options, visit, { attempt, confirmed });
    return;
  }
  await confirmAndRecord(options, visit, { attempt, captures, maxMovements });
}

interface RecordedConfirm {
  readonly attempt: number;
  readonly confirmed: readonly CaptureRef[];
}

/** The uploads are gone then. What was put there since must not pass for what was judged. */
async function confirmAgain(
  options: ConfirmOptions,
  visit: UserVisit,
  { attempt, confirmed }: RecordedConfirm,
): Promise<void> {
  const documentTypes = confirmed.map(({ documentType }) => documentType);
  const taken = { sha256: confirmed.map(({ sha256 }) => sha256), documentTypes };
  const isAnother = await options.slots.run(async () => {
    const uploads = await readUploads(options.uploads, visit, { attempt, documentTypes });
    return uploads.some((one) =>
      'bytes' in one
        ? !isTaken(taken, { documentType: one.documentType, sha256: digestOf(one.bytes) })
        : one.code !== WireCode.DOCUMENT_NOT_UPLOADED,
    );
  });
  if (isAnother) throw attemptAlreadyConfirmed();
  await removeUploads(options, visit, { attempt, captures: confirmed });
}

/**
 * The workflow had taken the captures, but the row of what it took could not be written: the
 * workflow itself knows what it was. Which captures were asked for then, the uploads tell.
 */
async function confirmUnrecorded(
  options: ConfirmOptions,
  visit: UserVisit,
  attempt: number,
): Promise<void> {
  const { captures } = await keepUploads(options, visit, {
    attempt,
    documentTypes: FLOWS[visit.submission.flow].captures,
    areAllNeeded: false,
  });
  await confirmAndRecord(options, visit, { attempt, captures });
}

interface WantedUploads extends AttemptUploads {
  /** Otherwise those that are there will do. */
  readonly areAllNeeded: boolean;
}

interface KeptUploads {
  readonly captures: readonly CaptureRef[];
  /** Of what is not there or too large; while all are needed, nothing is kept then. */
  readonly problems: readonly WireError[];
}

/** Answers without the pictures: while a workflow takes its time nobody holds them. */
async function keepUploads(
  { uploads, captures, slots }: ConfirmOptions,
  visit: UserVisit,
  { attempt, documentTypes, areAllNeeded }: WantedUploads,
): Promise<KeptUploads> {
  const { id: submissionId, partnerCode } = visit.submission;
  return slots.run(async () => {
    const read = await readUploads(uploads, visit, { attempt, documentTypes });
    const problems = read.filter((one) => 'code' in one);
    if (areAllNeeded && problems.length > 0) return { captures: [], problems };
    const found = read.filter((one) => 'bytes' in one);
    const kept = found.map((one) => captures.keep({ ...one, submissionId, attempt, partnerCode }));
    return { captures: await Promise.all(kept), problems };
  });
}

interface KeptAttempt extends ConfirmTold {
  readonly attempt: number;
  readonly captures: readonly CaptureRef[];
}

/** The workflow answers an attempt that it has taken with what it took at first. */
async function confirmAndRecord(
  options: ConfirmOptions,
  visit: UserVisit,
  { maxMovements, ...kept }: KeptAttempt,
): Promise<void> {
  const { submissions, runs } = options;
  const { attempt, captures } = kept;
  const submissionId = visit.submission.id;
  const taken = await runs.confirm(submissionId, { attempt, captures, maxMovements });
  if (!areTaken(taken, captures)) throw attemptAlreadyConfirmed();
  await submissions.recordConfirm({ submissionId, ...kept });
  await removeUploads(options, visit, kept);
}

/** An upload that stays is one more copy for a while, and no reason to refuse. */
async function removeUploads(
  { uploads }: ConfirmOptions,
  { submission, handoffId }: UserVisit,
  { attempt, captures }: Pick<KeptAttempt, 'attempt' | 'captures'>,
): Promise<void> {
  const places = captures.flatMap(({ documentType }) =>
    listUploadPlaces({ submissionId: submission.id, attempt, documentType }, handoffId),
  );
  await Promise.allSettled(places.map((place) => uploads.remove(place)));
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
