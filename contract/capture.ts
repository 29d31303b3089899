import type { DocumentType } from './flow.js';

/**
 * One photo taken by a person, by reference: the bytes stay in the object store. `sha256` is the
 * lower-case hex digest at confirm time; whoever fetches the object checks it, so an object that
 * was replaced after the confirm is noticed.
 */
export interface CaptureRef {
  readonly documentType: DocumentType;
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Upper bound of one capture, checked at confirm and again before decoding. */
export const MAX_CAPTURE_BYTES = 10 * 1024 * 1024;

/**
 * Object key of a capture. Holds nothing personal. `attempt` counts from 1; 0 is the reference image
 * that the partner supplies.
 */
export function captureKey(
  submissionId: string,
  attempt: number,
  documentType: DocumentType,
): string {
  return `${capturePrefix(submissionId)}${String(attempt)}/${documentType}`;
}

/** What the keys of a submission begin with, and no others. */
export function capturePrefix(submissionId: string): string {
  return `captures/${submissionId}/`;
}
