import type { CaptureRef } from './capture.js';
import type { DocumentType } from './flow.js';

/**
 * What the API and an operator say to a running submission: the names of updates, signals and queries,
 * shared with the API that cannot import workflow code.
 */
export const MessageName = {
  CONFIRM_CAPTURES: 'confirmCaptures',
  FETCH_IMAGES: 'fetchImages',
  CANCEL_SUBMISSION: 'cancelSubmission',
  GET_PROGRESS: 'getProgress',
} as const;

export interface ConfirmCapturesInput {
  /** Counts from 1. */
  readonly attempt: number;
  /** Exactly the captures that the attempt asks for. */
  readonly captures: readonly CaptureRef[];
  /** How many movements the app can ask a person for, one after the other; absent: one. */
  readonly maxMovements?: number | undefined;
}

/** Update id of a confirm: the same attempt confirmed twice is one update. */
export function confirmUpdateId(submissionId: string, attempt: number): string {
  return `${submissionId}/${String(attempt)}`;
}

/**
 * The digests that the attempt was confirmed with. Temporal answers a repeated update id with the
 * first answer whatever the arguments, so the caller compares to notice other captures.
 */
export interface ConfirmCapturesAnswer {
  readonly attempt: number;
  readonly sha256: readonly string[];
  /** Of which document each digest is, in their order; an earlier worker does not say. */
  readonly documentTypes?: readonly DocumentType[];
}

/** `cause.type` of the failure that the confirm validator answers with. */
export const ConfirmRejection = {
  ATTEMPT_ALREADY_CONFIRMED: 'ATTEMPT_ALREADY_CONFIRMED',
  ATTEMPT_NOT_OPEN: 'ATTEMPT_NOT_OPEN',
  SUBMISSION_ALREADY_FINISHED: 'SUBMISSION_ALREADY_FINISHED',
  WRONG_CAPTURES: 'WRONG_CAPTURES',
} as const;
export type ConfirmRejection = (typeof ConfirmRejection)[keyof typeof ConfirmRejection];

/** Addresses of the images that an unattended flow is about, one for each of its captures. */
export interface FetchImagesInput {
  readonly images: readonly { readonly documentType: DocumentType; readonly url: string }[];
}

/** Update id of the one time that a submission is given addresses. */
export function fetchImagesUpdateId(submissionId: string): string {
  return `${submissionId}/images`;
}

/** Answer of the progress query: what an operator sees of an open submission. */
export interface SubmissionProgress {
  /** The attempt that is open or being processed, from 1. */
  readonly attempt: number;
  /** What the open attempt asks for; empty while one is processed and after the end. */
  readonly awaiting: readonly DocumentType[];
  readonly isFinished: boolean;
}
