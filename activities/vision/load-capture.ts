import { createHash } from 'node:crypto';
import { log } from '@temporalio/activity';
import type { CaptureRef } from '../../contract/capture.js';
import type { DocumentType } from '../../contract/flow.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import {
  UndecodableImageError,
  type UndecodableReason,
} from '../../models/image/undecodable-image-error.js';
import type { RasterImage } from '../../models/image/raster-image.js';
import { SealBrokenError } from '../../keys/seal.js';
import { CaptureMissingError, type CaptureStore } from '../../storage/capture-store.js';
import { CaptureTooLargeError } from '../../storage/read-object.js';
import { FailureType } from '../failure-type.js';
import { finalFailure } from '../failure.js';
import type { VisionModels } from './vision-models.js';

/** A picture, or why the person has to take it again. */
export type LoadedCapture =
  | { readonly image: RasterImage; readonly unusable: null }
  | { readonly image: null; readonly unusable: ReasonCode };

export interface CaptureSource {
  readonly captures: Pick<CaptureStore, 'fetch'>;
  readonly models: Pick<VisionModels, 'decodeImage'>;
}

const UNREADABLE: Readonly<Record<DocumentType, ReasonCode>> = {
  KTP: 'KTP_NOT_READABLE',
  SELFIE: 'FACE_NOT_FOUND',
  REFERENCE: 'FACE_NOT_FOUND',
};

const TOO_SMALL: Readonly<Record<DocumentType, ReasonCode>> = {
  KTP: 'KTP_TOO_SMALL',
  SELFIE: 'FACE_TOO_SMALL',
  REFERENCE: 'FACE_TOO_SMALL',
};

/**
 * Fetches and decodes a confirmed capture. What the person sent is never an exception: an object
 * that is no picture, or that was replaced after the confirm, asks for another capture.
 *
 * @throws ApplicationFailure of type `ObjectMissing`, and what a service that is away throws
 */
export async function loadCapture(source: CaptureSource, ref: CaptureRef): Promise<LoadedCapture> {
  return decodeCapture(source, ref, await fetchConfirmed(source, ref));
}

/** @param bytes of the capture; null when they are not the ones that were confirmed */
export async function decodeCapture(
  source: CaptureSource,
  { documentType }: CaptureRef,
  bytes: Uint8Array | null,
): Promise<LoadedCapture> {
  if (bytes === null) return { image: null, unusable: UNREADABLE[documentType] };
  try {
    return { image: await source.models.decodeImage(bytes), unusable: null };
  } catch (error) {
    if (!(error instanceof UndecodableImageError)) throw error;
    return { image: null, unusable: reasonOf(error.reason, documentType) };
  }
}

/**
 * Null when the object is not the one that was confirmed.
 *
 * @throws ApplicationFailure of type `ObjectMissing`, and what a service that is away throws
 */
export async function fetchConfirmed(
  source: CaptureSource,
  ref: CaptureRef,
): Promise<Uint8Array | null> {
  const bytes = await source.captures.fetch(ref.key).catch((error: unknown) => {
    if (error instanceof CaptureTooLargeError) return null;
    if (error instanceof SealBrokenError) {
      log.warn('the seal of a capture was broken after its confirm', { key: ref.key });
      return null;
    }
    if (error instanceof CaptureMissingError) {
      throw finalFailure(FailureType.ObjectMissing, 'a confirmed capture is no longer there');
    }
    throw error;
  });
  if (bytes === null) return null;
  if (createHash('sha256').update(bytes).digest('hex') === ref.sha256) return bytes;
  log.warn('a capture was replaced after its confirm', { key: ref.key });
  return null;
}

function reasonOf(reason: UndecodableReason, documentType: DocumentType): ReasonCode {
  return (reason === 'TOO_SMALL' ? TOO_SMALL : UNREADABLE)[documentType];
}
