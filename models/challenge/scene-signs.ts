import { compareScenes, viewScene, type SceneView } from '../frames/scene-likeness.js';
import type { TimedFrame } from '../liveness/timed-frame.js';
import { roundScore, type ChallengeSign } from './challenge-sign.js';
import type { ChallengeThresholds } from './thresholds.js';

/** How many frames show a second face that could be meant as well. */
export function findSeveralFaces(count: number): ChallengeSign {
  return { name: 'several-faces', score: count, threshold: 1, isSpoof: count >= 1 };
}

/** Neighbouring frames that show two scenes: a picture was changed for another. */
export async function findSceneSign(
  frames: readonly TimedFrame[],
  { minSceneLikeness }: ChallengeThresholds,
): Promise<readonly ChallengeSign[]> {
  if (frames.length < 2) return [];
  const likeness: number[] = [];
  let before: SceneView | null = null;
  for (const { image } of frames) {
    const view = await viewScene(image);
    if (before) likeness.push(compareScenes(before, view));
    before = view;
  }
  const score = 1 - Math.min(...likeness);
  const threshold = roundScore(1 - minSceneLikeness);
  return [
    { name: 'another-scene', score: roundScore(score), threshold, isSpoof: score >= threshold },
  ];
}
