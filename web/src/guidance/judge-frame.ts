import type { FoundFace } from '../faces/found-face.js';
import type { FramePixels } from './draw-samples.js';
import type { FrameReading } from './frame-reading.js';
import { toGrey, type GreyFrame } from './grey-frame.js';
import { judgeCardFrame } from './judge-card-frame.js';
import { judgeFaceFrame } from './judge-face-frame.js';

/** What is looked at of a frame, without its colours. */
export interface GreySamples {
  readonly whole: GreyFrame;
  /** `null` of a face. */
  readonly patch: GreyFrame | null;
}

export function toGreySamples({ whole, patch }: FramePixels): GreySamples {
  return { whole: toGrey(whole), patch: patch === null ? null : toGrey(patch) };
}

/** What the samples of a frame say: of a card where there is a patch, else of a face. */
export function judgeFrame(
  { whole, patch }: GreySamples,
  faces: readonly FoundFace[] | null,
): FrameReading {
  return patch === null ? judgeFaceFrame(whole, faces) : judgeCardFrame({ whole, patch });
}
