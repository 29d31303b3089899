import { needAtLeast, needAtMost, type ChallengeCriterion } from './challenge-sign.js';
import { largestStep } from './judge-movement.js';
import { measureRelief } from './measure-relief.js';
import type { ObservedFace } from './observed-face.js';
import type { ChallengeThresholds } from './thresholds.js';

/**
 * Both eyes close and open again, while the face stands still. The lids have to come down in the
 * landmarks as well as by the network, which takes a painted or shaded eye for a closed one.
 */
export function judgeBlink(
  still: ObservedFace,
  faces: readonly ObservedFace[],
  limits: ChallengeThresholds,
): readonly ChallengeCriterion[] {
  const openness = faces.map(opennessOf);
  const closed = Math.min(...openness);
  const at = openness.indexOf(closed);
  const before = Math.max(0, ...openness.slice(0, at), opennessOf(still));
  const after = Math.max(0, ...openness.slice(at + 1));
  const gap = (faces[at]?.lidGap ?? Infinity) / Math.max(still.lidGap, 1e-6);
  const turns = faces.map(({ points }) => measureRelief(still.points, points));
  const unrest = Math.max(
    largestStep(turns.map(({ across }) => across)),
    largestStep(turns.map(({ down }) => down)),
  );
  return [
    needAtLeast('start', before, limits.minOpen),
    needAtMost('closed', closed, limits.maxClosed),
    needAtMost('movement', gap, limits.maxLidGap),
    needAtLeast('open-again', after, limits.minOpen),
    needAtMost('stillness', unrest, limits.maxUnrest),
  ];
}

/** Of both eyes; eyes that were not looked at have not opened. */
function opennessOf({ eyes }: ObservedFace): number {
  return eyes === null ? 0 : (eyes.left + eyes.right) / 2;
}
