import { varyHardGlare, varySensor, varyTint } from '../../specimen/generate/vary-faults.js';
import { varyCoveringFinger } from '../../specimen/generate/vary-faults.js';
import { BACKDROP_KINDS } from '../../specimen/scene/draw-backdrop.js';
import type { PictureFault } from '../../specimen/scene/picture-fault.js';
import type { CameraPose } from '../../specimen/scene/place-card.js';
import type { ScenePlan } from '../../specimen/scene/render-scene.js';
import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { Fault } from '../../../web/src/guidance/frame-reading.js';
import { OUTLINE_SHARE } from '../../../web/src/guidance/place-of-card.js';

/** A view of the camera with one thing wrong, and what may rightly be said of it. */
export interface GuidedScene {
  readonly name: string;
  readonly plan: ScenePlan;
  /** `null` where nothing is wrong. */
  readonly expected: readonly (Fault | null)[];
}

/** Longer side of the camera's frame, 4:3. */
const LONG_SIDE = 1440;

/** The same card in front of the camera in each way that guidance tells apart. */
export function planGuidedScenes(random: SpecimenRandom): GuidedScene[] {
  const width = OUTLINE_SHARE * LONG_SIDE;
  const between = (least: number, most: number) => random.between(least, most);
  const either = (value: number) => value * random.pick([-1, 1] as const);
  const held = (change: Partial<CameraPose> = {}) => ({ ...holdWell(random), ...change });
  const scene = (
    name: string,
    expected: GuidedScene['expected'],
    pose: CameraPose,
    ...faults: PictureFault[]
  ): GuidedScene => ({ name, expected, plan: planScene(random, pose, faults) });
  return [
    scene('good', [null], held(), ...(random.isLucky(0.3) ? [varyTint(random)] : [])),
    scene('far away', ['CARD_FAR'], held({ reach: OUTLINE_SHARE * between(0.42, 0.68) })),
    scene(
      'beyond the view',
      ['NO_CARD', 'CARD_NEAR'],
      held({ reach: OUTLINE_SHARE * between(1.2, 1.5) }),
    ),
    scene(
      'cut off at a side',
      ['NO_CARD', 'CARD_ASIDE'],
      held({ centre: { x: 0.5 + either(between(0.16, 0.35)), y: 0.5 + between(-0.1, 0.1) } }),
    ),
    scene('turned', ['TILTED'], held({ rotation: either(between(9, 14)), reach: 0.72 })),
    scene('at a slant', ['TILTED'], held({ foreshortening: between(0.16, 0.24) })),
    scene(
      'dark',
      ['TOO_DARK'],
      held(),
      { kind: 'dim', share: between(0.1, 0.24) },
      { kind: 'noise', spread: between(3, 6) },
    ),
    scene('overexposed', ['TOO_BRIGHT'], held(), {
      kind: 'overexposure',
      gain: between(4, 8),
      flare: 0.15,
    }),
    scene('a lamp on the values', ['GLARE'], held(), varyHardGlare(random)),
    scene('out of focus', ['BLURRED'], held(), {
      kind: 'blur',
      sigmaPx: width * between(0.0034, 0.007),
    }),
    scene('shaken', ['BLURRED'], held(), {
      kind: 'shake',
      lengthPx: width * between(0.012, 0.03),
      degrees: between(0, 180),
    }),
    scene('no card', ['NO_CARD'], held({ centre: { x: 3, y: 3 } })),
    scene('a finger on the values', ['COVERED'], held(), varyCoveringFinger(random)),
  ];
}

/** As the outline asks for it. */
function holdWell(random: SpecimenRandom): CameraPose {
  return {
    rotation: random.between(-3, 3),
    foreshortening: random.between(0, 0.05),
    farSide: random.between(0, 360),
    reach: OUTLINE_SHARE * random.between(0.88, 1.03),
    centre: { x: 0.5 + random.between(-0.03, 0.03), y: 0.5 + random.between(-0.03, 0.03) },
  };
}

function planScene(
  random: SpecimenRandom,
  pose: CameraPose,
  faults: readonly PictureFault[],
): ScenePlan {
  return {
    surface: [],
    setting: { kind: 'desk', pose, backdrop: random.pick(BACKDROP_KINDS) },
    picture: [...faults, ...varySensor(random)],
    quarterTurns: 0,
    file: { longSidePx: LONG_SIDE, jpegQuality: 90 },
  };
}
