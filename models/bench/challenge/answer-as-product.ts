import {
  assessSelfie,
  type SelfieAssessment,
  type SelfieDependencies,
} from '../../../activities/vision/assess-selfie.js';
import type { ChallengeAction } from '../../../contract/challenge.js';
import { createChallengeAssessor } from '../../challenge/challenge-assessor.js';
import type { Recording } from '../../challenge/generator/draw-sequence.js';
import { createFaceLocator } from '../../face/face-locator.js';
import { findBurstSigns } from '../../frames/find-burst-signs.js';
import { fingerprintOf, mirrorFingerprint } from '../../frames/fingerprint.js';
import { NEAR_COPY_DISTANCE } from '../../frames/thresholds.js';
import { createLivenessAssessor } from '../../liveness/liveness-assessor.js';
import type { WeightStore } from '../../weights/weight-store.js';

/** What the product answers to a capture that was sent for a challenge. */
export type AnswerAsProduct = (
  movements: readonly ChallengeAction[],
  recording: Recording,
) => Promise<SelfieAssessment>;

/** Pictures that were never seen before, with the challenge's own nonce: looks and movement decide. */
export async function createAnswerAsProduct(weights: WeightStore): Promise<AnswerAsProduct> {
  const pictures = {
    fingerprintOf,
    mirrorFingerprint,
    nearCopyDistance: NEAR_COPY_DISTANCE,
    findBurstSigns,
  };
  const locator = await createFaceLocator(weights);
  const dependencies: SelfieDependencies = {
    models: {
      livenessAssessor: await createLivenessAssessor(weights, locator),
      challengeAssessor: await createChallengeAssessor(weights, locator),
      pictures,
    },
    captureNonces: { isIssued: () => true },
    fingerprints: {
      compareAndKeep: () => Promise.resolve({ distance: null, isRepeated: false }),
    },
  };
  return async ([action = 'NOD', then], { still, frames }) => {
    const challenge = { nonce: 'bench', action, ...(then && { then }) };
    const selfie = { documentType: 'SELFIE', key: '', sha256: '', bytes: 0 } as const;
    const input = { submissionId: 'bench', attempt: 1, selfie, challenge };
    return await assessSelfie(dependencies, input, {
      still,
      stillDigest: 'still',
      frames: frames.map((frame, index) => ({ ...frame, digest: String(index) })),
      nonces: [challenge.nonce],
      areFramesBroken: false,
    });
  };
}
