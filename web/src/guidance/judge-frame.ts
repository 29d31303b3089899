import type { FramePixels } from './draw-samples.js';
import type { FrameReading } from './frame-reading.js';
import { toGrey } from './grey-frame.js';
import { judgeCardFrame } from './judge-card-frame.js';
import { judgeFaceFrame, type FoundFace } from './judge-face-frame.js';

/** What the pixels of a frame say: of a card where there is a patch, else of a face. */
export function judgeFrame(
  { whole, patch }: FramePixels,
  faces: readonly FoundFace[] | null,
): FrameReading {
  const grey = toGrey(whole);
  if (patch === null) return judgeFaceFrame(grey, faces);
  return judgeCardFrame({ whole: grey, patch: toGrey(patch) });
}
