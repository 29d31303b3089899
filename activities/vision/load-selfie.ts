import { createHash } from 'node:crypto';
import type { CaptureRef } from '../../contract/capture.js';
import {
  FrameSequenceError,
  splitFrames,
  type FrameSequence,
} from '../../contract/frame-sequence.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import type { RasterImage } from '../../models/image/raster-image.js';
import { UndecodableImageError } from '../../models/image/undecodable-image-error.js';
import type { TimedFrame } from '../../models/liveness/timed-frame.js';
import { decodeCapture, fetchConfirmed, type CaptureSource } from './load-capture.js';

/**
 * Of one frame, 1080 × 1920: capture apps send smaller ones. Twenty of this size take up 120 MB of the worker's
 * memory while they are judged.
 */
const MAX_FRAME_PIXELS = 1080 * 1920;

/** `digest` is SHA-256 hex of the picture's JPEG, without the comment of a frame. */
export interface SelfieFrame extends TimedFrame {
  readonly digest: string;
}

/** A selfie with what came behind it. */
export interface Selfie {
  readonly still: RasterImage;
  readonly stillDigest: string;
  /** In the order in which they were sent; empty also where what was sent is broken. */
  readonly frames: readonly SelfieFrame[];
  /** What the frames say they were taken for, each once. */
  readonly nonces: readonly string[];
  /** What follows the still is no sequence of frames, or one of them no picture. */
  readonly areFramesBroken: boolean;
}

/** A selfie, or why the person has to take it again. */
export type LoadedSelfie =
  | { readonly selfie: Selfie; readonly unusable: null }
  | { readonly selfie: null; readonly unusable: ReasonCode };

/**
 * Fetches and decodes a confirmed selfie and its frames. What the person sent is never an
 * exception.
 *
 * @throws ApplicationFailure of type `ObjectMissing`, and what a service that is away throws
 */
export async function loadSelfie(source: CaptureSource, ref: CaptureRef): Promise<LoadedSelfie> {
  const bytes = await fetchConfirmed(source, ref);
  const { image: still, unusable } = await decodeCapture(source, ref, bytes);
  if (still === null || bytes === null) {
    return { selfie: null, unusable: unusable ?? 'FACE_NOT_FOUND' };
  }
  return { selfie: { still, ...(await openSequence(source, bytes)) }, unusable: null };
}

async function openSequence(
  { models }: CaptureSource,
  bytes: Uint8Array,
): Promise<Omit<Selfie, 'still'>> {
  const sequence = takeApart(bytes);
  if (sequence === null) return { stillDigest: digestOf(bytes), ...broken([]) };
  const stillDigest = digestOf(sequence.still);
  const nonces = [...new Set(sequence.frames.map(({ nonce }) => nonce))];
  try {
    const frames = await Promise.all(
      sequence.frames.map(async ({ jpeg, atMs }) => ({
        image: await models.decodeImage(jpeg, { maxPixels: MAX_FRAME_PIXELS }),
        atMs,
        digest: digestOf(jpeg),
      })),
    );
    return { stillDigest, frames, nonces, areFramesBroken: false };
  } catch (error) {
    if (!(error instanceof UndecodableImageError)) throw error;
    return { stillDigest, ...broken(nonces) };
  }
}

/** Null when what follows the still is broken. */
function takeApart(bytes: Uint8Array): FrameSequence | null {
  try {
    return splitFrames(bytes);
  } catch (error) {
    if (error instanceof FrameSequenceError) return null;
    throw error;
  }
}

function broken(nonces: readonly string[]) {
  return { frames: [], nonces, areFramesBroken: true };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
