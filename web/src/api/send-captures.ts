import type { PersonCapture } from '../../../contract/flow.js';
import type { TakenCapture } from '../capture/taken-captures.js';
import { ApiError } from './api-error.js';
import type { CaptureApi } from './capture-api.js';
import { joinCapture } from './join-capture.js';
import { tryAgain } from './try-again.js';
import { uploadCapture } from './upload-capture.js';
import type { SubmissionProgress, UploadTargets } from './wire-types.js';
import type { Wait } from '../wait.js';

/**
 * `CONFIRMED`: being checked now. `MOVED_ON`: the captures are of no attempt that is open. `MISSING`: the attempt
 * also asks for captures not yet taken.
 */
export type SendOutcome =
  | { readonly kind: 'CONFIRMED' }
  | { readonly kind: 'MOVED_ON'; readonly progress: SubmissionProgress }
  | { readonly kind: 'MISSING'; readonly documents: readonly PersonCapture[] };

export interface SendOptions {
  readonly api: CaptureApi;
  readonly captures: ReadonlyMap<PersonCapture, TakenCapture>;
  /** Captures that have arrived and are not sent again; what arrives is added. */
  readonly sent: Set<PersonCapture>;
  /** Of the attempt that the captures were taken for, see `SubmissionProgress`. */
  readonly captureLock: string | null;
  /** 0 to 1 over all captures. */
  readonly onProgress: (share: number) => void;
  readonly createRequest: () => XMLHttpRequest;
  readonly wait: Wait;
  /** Aborted when the person leaves: nothing is confirmed after that. */
  readonly signal: AbortSignal;
}

/**
 * Refusals that say that somebody else (another tab, an earlier try whose answer was lost, the
 * clock) has already moved the submission on: the status tells what to do next.
 */
const MOVED_ON: ReadonlySet<string> = new Set([
  'ATTEMPT_ALREADY_CONFIRMED',
  'SUBMISSION_ALREADY_FINISHED',
]);

/** How often addresses are asked for: they last ten minutes, a phone in a pocket sleeps longer. */
const MAX_ROUNDS = 3;

/** Uploads the captures of the open attempt and confirms them. */
export async function sendCaptures(options: SendOptions): Promise<SendOutcome> {
  for (let round = 1; ; round += 1) {
    try {
      return await sendOnce(options);
    } catch (error) {
      if (hasMovedOn(error)) return { kind: 'CONFIRMED' };
      if (round === MAX_ROUNDS || !isMendedByAsking(error, options.sent)) throw error;
    }
  }
}

async function sendOnce(options: SendOptions): Promise<SendOutcome> {
  const { api } = options;
  const asked = await tryAgain(() => api.readUploadTargets(), options);
  // Asked behind the addresses: an attempt that is still open now was open when they were given. A confirm whose answer was
  // lost may have closed it, another tab too, and a picture that was found wanting must not go again.
  const progress = await tryAgain(() => api.readProgress(), options);
  if (progress.captureLock !== options.captureLock) return { kind: 'MOVED_ON', progress };
  const missing = await uploadAll(asked, options);
  if (missing.length > 0) return { kind: 'MISSING', documents: missing };
  await tryAgain(() => api.confirmCaptures(asked.attempt), options);
  return { kind: 'CONFIRMED' };
}

/** Whether fresh addresses help: the old have expired, or what had arrived is there no more. */
function isMendedByAsking(error: unknown, sent: Set<PersonCapture>): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.reason === 'DOCUMENT_NOT_UPLOADED') {
    sent.clear();
    return true;
  }
  // Without the envelope of the contract: it is the store that refuses.
  return error.status === 403 && error.reason === null;
}

/** Answers the documents that are asked for and have not been taken. */
async function uploadAll(
  { targets, captureNonce }: UploadTargets,
  options: SendOptions,
): Promise<readonly PersonCapture[]> {
  const missing = targets
    .filter((target) => target.isUploaded !== true && !options.captures.has(target.documentType))
    .map((target) => target.documentType);
  if (missing.length > 0) return missing;

  const taken = targets.flatMap((target) => {
    const capture = options.captures.get(target.documentType);
    return capture === undefined ? [] : [{ target, capture }];
  });
  const jobs = await Promise.all(
    taken.map(async ({ target, capture }) => ({
      target,
      capture: await joinCapture(capture, captureNonce),
    })),
  );
  const totalBytes = jobs.reduce((sum, job) => sum + job.capture.size, 0);
  let finishedBytes = 0;
  for (const { target, capture } of jobs) {
    if (options.sent.has(target.documentType)) finishedBytes += capture.size;
  }
  // One after the other: two at once only share a phone's uplink.
  for (const { target, capture } of jobs) {
    if (options.sent.has(target.documentType)) continue;
    const before = finishedBytes;
    const onProgress = (sentBytes: number): void => {
      // The request's own overhead may be counted in, so the share is kept at most 1.
      options.onProgress(Math.min(1, (before + Math.min(sentBytes, capture.size)) / totalBytes));
    };
    const { createRequest, signal } = options;
    await tryAgain(
      () => uploadCapture({ target, capture, onProgress, createRequest, signal }),
      options,
    );
    options.sent.add(target.documentType);
    finishedBytes += capture.size;
  }
  return [];
}

function hasMovedOn(error: unknown): boolean {
  return error instanceof ApiError && error.reason !== null && MOVED_ON.has(error.reason);
}
