import type { SelfieFingerprintStore } from '../../db/selfie-fingerprint-store.js';
import type { AttemptInput } from '../activity-types.js';
import type { CaptureSign } from './capture-sign.js';
import type { Selfie } from './load-selfie.js';
import type { VisionModels } from './vision-models.js';

export interface PictureComparison {
  readonly models: Pick<VisionModels, 'pictures'>;
  readonly fingerprints: SelfieFingerprintStore;
}

/** Beside the still: the first frame, the middle one and the last show what a burst is of. */
const KEPT_FRAMES = 3;

/** Whether the pictures came before, in another submission of the partner or in this one. */
export async function comparePictures(
  { models, fingerprints }: PictureComparison,
  { submissionId, attempt }: AttemptInput,
  { still, stillDigest, frames }: Selfie,
): Promise<readonly CaptureSign[]> {
  const { fingerprintOf, mirrorFingerprint, nearCopyDistance } = models.pictures;
  const framePictures = pickFrames(frames.length).flatMap((index) => {
    const frame = frames[index];
    return frame === undefined ? [] : [{ ...frame, picture: index + 1 }];
  });
  const pictures = await Promise.all(
    [{ picture: 0, digest: stillDigest, image: still }, ...framePictures].map(
      async ({ picture, digest, image }) => {
        const fingerprint = await fingerprintOf(image);
        return { picture, digest, fingerprint, mirrored: mirrorFingerprint(fingerprint) };
      },
    ),
  );
  const { distance, isRepeated } = await fingerprints.compareAndKeep({
    submissionId,
    attempt,
    pictures,
    maxDistance: nearCopyDistance,
  });
  return [
    { name: 'reused-selfie', isFound: distance !== null },
    { name: 'repeated-picture', isFound: isRepeated },
  ];
}

function pickFrames(count: number): readonly number[] {
  if (count <= KEPT_FRAMES) return Array.from({ length: count }, (_, index) => index);
  return [0, Math.floor((count - 1) / 2), count - 1];
}
