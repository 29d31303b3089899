import { compareScenes, type SceneView } from '../frames/scene-likeness.js';
import { roundScore, type ChallengeSign } from './challenge-sign.js';
import type { ChallengeThresholds } from './thresholds.js';

/** How many frames show a second face that could be meant as well. */
export function findSeveralFaces(count: number): ChallengeSign {
  return { name: 'several-faces', score: count, threshold: 1, isSpoof: count >= 1 };
}

/** Neighbouring frames that show two scenes: a picture was changed for another. */
export function findSceneSign(
  views: readonly SceneView[],
  { minSceneLikeness }: ChallengeThresholds,
): readonly ChallengeSign[] {
  if (views.length < 2) return [];
  const likeness = views.slice(1).map((view, index) => compareScenes(views[index] ?? view, view));
  const score = 1 - Math.min(...likeness);
  const threshold = roundScore(1 - minSceneLikeness);
  return [
    { name: 'another-scene', score: roundScore(score), threshold, isSpoof: score >= threshold },
  ];
}
