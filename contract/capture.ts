import type { DocumentType } from './flow.js';

/**
 * One photo taken by a person, by reference: the bytes stay in the object store. `sha256` is the
 * lower-case hex digest of the photo at confirm time; whoever fetches it checks it, so an object that
 * was replaced after the confirm is noticed.
 */
export interface CaptureRef {
  readonly documentType: DocumentType;
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** How often each was tried; an answer to a challenge is no try at the selfie that comes with it. */
export type CaptureTries = Readonly<Partial<Record<DocumentType, number>>>;

/** Upper bound of one capture, checked at confirm and again before decoding. */
export const MAX_CAPTURE_BYTES = 10 * 1024 * 1024;

/** What one photo is of. `attempt` counts from 1; 0 is the reference image that the partner supplies. */
export interface CapturePlace {
  readonly submissionId: string;
  readonly attempt: number;
  readonly documentType: DocumentType;
}

/** What the keys of all uploads begin with. */
export const UPLOAD_PREFIX = 'uploads/';

/** Where one device puts a photo: what two devices of a submission put does not meet. */
export interface UploadPlace extends CapturePlace {
  /** Of the phone that took over; absent for the device that began the session. */
  readonly handoffId?: string;
}

/**
 * Object key that a device uploads to. Holds nothing personal. That of a phone has its hand-off, so that its
 * addresses, which may outlive the hand-off, write where nobody looks any more.
 */
export function uploadKey({ submissionId, attempt, documentType, handoffId }: UploadPlace): string {
  const device = handoffId === undefined ? '' : `${handoffId}/`;
  return `${UPLOAD_PREFIX}${submissionId}/${String(attempt)}/${device}${documentType}`;
}

/**
 * Where the photo lies that a device confirms, the place that counts first: what a phone has not put itself, the
 * device that handed over may have put before.
 */
export function listUploadPlaces(
  place: CapturePlace,
  handoffId: string | null,
): readonly UploadPlace[] {
  return handoffId === null ? [place] : [{ ...place, handoffId }, place];
}

/** Enough that two photos of one attempt do not meet. */
const DIGEST_CHARACTERS = 16;

/**
 * Object key of a confirmed capture, sealed; no address that a phone gets covers it. Another photo of
 * the same attempt has another key, so that of two confirms at once neither replaces what the other has
 * taken.
 */
export function captureKey(place: CapturePlace, sha256: string): string {
  return `${plainCaptureKey(place)}.${sha256.slice(0, DIGEST_CHARACTERS)}`;
}

/** The key of before captures were sealed: in histories, and still in object stores. */
export function plainCaptureKey({ submissionId, attempt, documentType }: CapturePlace): string {
  return `${keptPrefix(submissionId)}${String(attempt)}/${documentType}`;
}

/** What the keys of all objects of a submission begin with, and no others. */
export function listPrefixes(submissionId: string): readonly string[] {
  return [`${UPLOAD_PREFIX}${submissionId}/`, keptPrefix(submissionId)];
}

/** Of those that were confirmed or fetched. */
export function keptPrefix(submissionId: string): string {
  return `captures/${submissionId}/`;
}
