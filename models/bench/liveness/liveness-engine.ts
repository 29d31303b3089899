import { createFaceFinder } from '../../face/face-finder.js';
import { createFaceLocator } from '../../face/face-locator.js';
import { locateMainFace } from '../../face/locate-main-face.js';
import { createLivenessAssessor } from '../../liveness/liveness-assessor.js';
import type { LivenessCapture } from '../../liveness/liveness-capture.js';
import { tightFaceBox } from '../../liveness/liveness-crop.js';
import { createLivenessNetwork } from '../../liveness/liveness-network.js';
import type { WeightStore } from '../../weights/weight-store.js';

/** What is compared. */
export const LIVENESS_ENGINES = ['kenali', 'kenali-still', 'network'] as const;
export type LivenessEngineName = (typeof LIVENESS_ENGINES)[number];

/** A score of 0 to 1 from 0.5 on live; `null` where no score could be given, which counts as refused. */
export type ScoreLiveness = (capture: LivenessCapture) => Promise<number | null>;

/**
 * - `kenali`: still and burst. - `kenali-still`: the same without the burst. - `network`: the
 *   single-frame network alone, on one crop of the still, as its package uses it.
 */
export async function openLivenessEngine(
  name: LivenessEngineName,
  weights: WeightStore,
): Promise<ScoreLiveness> {
  if (name === 'network') return await openNetwork(weights);
  const assessor = await createLivenessAssessor(weights, await createFaceLocator(weights));
  return async ({ still, frames }) => {
    const assessed = await assessor.assess({ still, frames: name === 'kenali' ? frames : [] });
    return assessed.livenessScore;
  };
}

const TRAINED_ENLARGEMENT = 2.7;

async function openNetwork(weights: WeightStore): Promise<ScoreLiveness> {
  const finder = await createFaceFinder(weights);
  const network = await createLivenessNetwork(weights);
  return async ({ still }) => {
    const { face } = await locateMainFace(finder, still);
    if (face === null) return null;
    const { live } = await network.view(still, tightFaceBox(face.landmarks), TRAINED_ENLARGEMENT);
    return live;
  };
}
