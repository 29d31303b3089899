import { varyHoldingFinger } from '../generate/vary-faults.js';
import { varyPose } from '../generate/vary-pose.js';
import { varyCamera, varyJpegQuality, varyLight, varySurface } from '../generate/vary-together.js';
import { BACKDROP_KINDS } from '../scene/draw-backdrop.js';
import type { ScenePlan, Setting } from '../scene/render-scene.js';
import type { SpecimenRandom } from '../specimen-random.js';

/** Pixels of the longer side: a card is looked for in fewer. */
const LONG_SIDE = 1152;
/** Share of the frame's width, from a card far away to one that hardly fits. */
const REACH = { least: 0.26, most: 0.97 } as const;

/** A photograph of the card anywhere in the frame, in any direction, on anything, with any of the faults. */
export function planPhotograph(random: SpecimenRandom): ScenePlan {
  const reach = REACH.least * (REACH.most / REACH.least) ** random.fraction();
  const finger = random.isLucky(0.08) ? [varyHoldingFinger(random)] : [];
  return {
    surface: varySurface(random),
    setting: varySetting(reach, random),
    picture: [...finger, ...varyLight(random), ...varyCamera(random, reach * LONG_SIDE)],
    quarterTurns: random.pick([0, 0, 1, 2, 3] as const),
    file: {
      longSidePx: LONG_SIDE,
      jpegQuality: varyJpegQuality(random),
    },
  };
}

function varySetting(reach: number, random: SpecimenRandom): Setting {
  if (random.isLucky(0.05)) return { kind: 'flat' };
  if (random.isLucky(0.05)) {
    const contrast = random.between(1.1, 1.6);
    const rotation = random.between(-4, 4);
    return { kind: 'photocopy', copier: { rotation, contrast, specks: random.between(2, 12) } };
  }
  const pose = varyPose(random, {
    reach: [reach, reach],
    rotation: random.isLucky(0.4) ? [0, 6] : [0, 45],
    foreshortening: [0, random.isLucky(0.5) ? 0.06 : 0.26],
  });
  return { kind: 'desk', pose, backdrop: random.pick(BACKDROP_KINDS) };
}
