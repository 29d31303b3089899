import type { QuarterTurns } from '../scene/turn-photograph.js';
import type { ScenePlan, Setting } from '../scene/render-scene.js';
import type { PictureFault } from '../scene/picture-fault.js';
import type { SurfaceFault } from '../scene/surface-fault.js';
import type { SpecimenRandom } from '../specimen-random.js';
import {
  varyBanding,
  varyFolds,
  varyHoldingFinger,
  varyMildGlare,
  varySensor,
  varyShadow,
  varyShake,
  varyShine,
  varyTint,
  varyWatermark,
  varyWear,
} from './vary-faults.js';
import { CAREFUL, varyDesk, varyPose } from './vary-pose.js';

/** One fault, and what it changes in a photograph that has none. */
interface Fault {
  readonly surface?: readonly SurfaceFault[];
  readonly setting?: Setting;
  readonly picture?: readonly PictureFault[];
  readonly scale?: number;
  readonly jpegQuality?: number;
}

const FAULTS = {
  none: () => ({}),
  cropped: () => ({ setting: { kind: 'flat' } }),
  jpeg: (random) => ({ ...someSetting(random), jpegQuality: random.integer(18, 45) }),
  'low-resolution': (random) => ({
    setting: { kind: 'flat' },
    scale: random.between(0.33, 0.52),
  }),
  blur: (random) => ({
    ...someSetting(random),
    picture: [{ kind: 'blur', sigmaPx: random.between(1.2, 2.6) }],
  }),
  motion: (random) => ({ picture: [varyShake(random, [4, 11])] }),
  faded: (random) => ({
    ...someSetting(random),
    surface: [{ kind: 'fade', strength: random.between(0.3, 0.66) }],
  }),
  tilt: (random) => ({ setting: varyDesk(random, { ...CAREFUL, rotation: [8, 45] }) }),
  perspective: (random) => ({
    setting: varyDesk(random, { ...CAREFUL, rotation: [0, 10], foreshortening: [0.1, 0.26] }),
  }),
  dark: (random) => ({
    picture: [
      { kind: 'dim', share: random.between(0.17, 0.4) },
      { kind: 'noise', spread: random.between(1, 3.5) },
    ],
  }),
  overexposed: (random) => ({
    picture: [
      { kind: 'overexposure', gain: random.between(1.5, 2.6), flare: random.between(0.02, 0.09) },
    ],
  }),
  glare: (random) => ({ picture: [varyMildGlare(random)] }),
  noise: (random) => ({ picture: [{ kind: 'noise', spread: random.between(8, 20) }] }),
  far: (random) => ({ setting: varyDesk(random, { ...CAREFUL, reach: [0.3, 0.58] }) }),
  photocopy: (random) => ({
    setting: {
      kind: 'photocopy',
      copier: {
        rotation: random.between(-3, 3),
        contrast: random.between(1.1, 1.6),
        specks: random.between(2, 12),
      },
    },
  }),
  shadow: (random) => ({ picture: [varyShadow(random, [0.3, 0.62])] }),
  'colour-cast': (random) => ({ picture: [varyTint(random)] }),
  folded: (random) => ({ surface: [varyFolds(random)] }),
  worn: (random) => ({ surface: [varyWear(random), { kind: 'fade', strength: 0.15 }] }),
  'bad-printer': (random) => ({ ...someSetting(random), surface: [varyBanding(random)] }),
  shine: (random) => ({ surface: [varyShine(random)] }),
  watermark: (random) => ({ ...someSetting(random), surface: [varyWatermark(random)] }),
  finger: (random) => ({ picture: [varyHoldingFinger(random)] }),
  'busy-background': (random) => ({
    setting: { kind: 'desk', pose: varyPose(random), backdrop: 'clutter' },
  }),
} as const satisfies Readonly<Record<string, (random: SpecimenRandom) => Fault>>;

export type OneFault = keyof typeof FAULTS;

export const ONE_FAULTS = Object.keys(FAULTS) as readonly OneFault[];

const GOOD_JPEG_QUALITY = 90;

/** A careful photograph with one fault, upright or turned by quarters. */
export function planOneFault(
  fault: OneFault,
  random: SpecimenRandom,
  longSidePx: number,
): ScenePlan {
  const changed: Fault = FAULTS[fault](random);
  const quarterTurns: QuarterTurns = random.isLucky(0.5) ? 0 : random.pick([0, 1, 2, 3]);
  return {
    surface: changed.surface ?? [],
    setting: changed.setting ?? varyDesk(random),
    picture: [...(changed.picture ?? []), ...varySensor(random)],
    quarterTurns,
    file: {
      longSidePx,
      scale: changed.scale ?? 1,
      jpegQuality: changed.jpegQuality ?? GOOD_JPEG_QUALITY,
    },
  };
}

/** People upload scans and cut-out cards as well as photographs. */
function someSetting(random: SpecimenRandom): Fault {
  return random.isLucky(0.4) ? { setting: { kind: 'flat' } } : {};
}
