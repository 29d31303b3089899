import { needAtLeast, needAtMost, type ChallengeCriterion } from './challenge-sign.js';
import { largestStep, meanOfHighest } from './judge-movement.js';
import { measurePerspective } from './measure-perspective.js';
import type { ObservedFace } from './observed-face.js';
import type { ChallengeThresholds } from './thresholds.js';

/**
 * A face that comes closer. It grows, and what is near grows more than what is far: the nose against
 * the eyes, the eyes against the jaw. A picture grows everywhere alike.
 */
export function judgeApproach(
  still: ObservedFace,
  faces: readonly ObservedFace[],
  limits: ChallengeThresholds,
): readonly ChallengeCriterion[] {
  const growths = faces.map(({ head }) => Math.log(head.scale / still.head.scale));
  const growth = meanOfHighest(growths);
  return [
    needAtLeast('movement', Math.exp(growth), limits.minGrowth),
    needAtMost(
      'steps',
      largestStep(growths) / Math.max(growth, Math.log(limits.minGrowth)),
      limits.maxStep,
    ),
    needAtLeast('perspective', measurePerspective(still, faces), limits.minPerspective),
  ];
}
