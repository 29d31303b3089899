import { BACKDROP_KINDS } from '../scene/draw-backdrop.js';
import type { PictureFault } from '../scene/picture-fault.js';
import type { ScenePlan } from '../scene/render-scene.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { varyMildGlare, varyShadow, varyShake, varyTint, varyWear } from './vary-faults.js';
import { varyPose } from './vary-pose.js';

/**
 * A hasty photograph: small, tilted, badly lit, soft or shaken, grainy and pressed hard, at once.
 * Softness grows with the card, so that small and large ones are about as hard to read: the
 * capitals of the values are 0.016 of the card's width high.
 */
export function planManyFaults(random: SpecimenRandom, longSidePx: number): ScenePlan {
  const pose = varyPose(random, {
    reach: [0.36, 0.62],
    rotation: [4, 28],
    foreshortening: [0.02, 0.14],
  });
  return {
    surface: random.isLucky(0.4) ? [varyWear(random)] : [],
    setting: { kind: 'desk', pose, backdrop: random.pick(BACKDROP_KINDS) },
    picture: [
      varyShadow(random, [0.25, 0.6]),
      varyTint(random),
      { kind: 'dim', share: random.between(0.6, 1) },
      varyMildGlare(random),
      varySoftness(random, pose.reach * longSidePx),
      { kind: 'noise', spread: random.between(3, 9) },
    ],
    quarterTurns: random.isLucky(0.75) ? 0 : random.pick([1, 2, 3] as const),
    file: { longSidePx, jpegQuality: random.integer(32, 60) },
  };
}

function varySoftness(random: SpecimenRandom, cardWidthPx: number): PictureFault {
  if (random.isLucky(0.5)) {
    return { kind: 'blur', sigmaPx: cardWidthPx * random.between(0.0011, 0.0019) };
  }
  return varyShake(random, [cardWidthPx * 0.004, cardWidthPx * 0.0075]);
}
