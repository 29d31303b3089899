import type { PictureFault } from '../scene/picture-fault.js';
import type { CameraPose } from '../scene/place-card.js';
import type { ScenePlan, Setting } from '../scene/render-scene.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { varyCoveringFinger, varyHardGlare, varySensor, varyShake } from './vary-faults.js';
import { varyDesk, varyPose } from './vary-pose.js';
import { BACKDROP_KINDS } from '../scene/draw-backdrop.js';

/** Pictures that no honest reader takes: values are lost, or it is not the card itself. */
export const REFUSALS = [
  'glare',
  'cropped',
  'obstructed',
  'overexposed',
  'dark',
  'motion',
  'blur',
  'screen',
  'photocopy',
] as const;

export type Refusal = (typeof REFUSALS)[number];

export function planRefusal(
  refusal: Refusal,
  random: SpecimenRandom,
  longSidePx: number,
): ScenePlan {
  return {
    surface: [],
    setting: chooseSetting(refusal, random),
    picture: [...choosePictureFaults(refusal, random), ...varySensor(random)],
    quarterTurns: 0,
    file: { longSidePx, jpegQuality: random.integer(70, 92) },
  };
}

function chooseSetting(refusal: Refusal, random: SpecimenRandom): Setting {
  switch (refusal) {
    case 'photocopy':
      return {
        kind: 'photocopy',
        copier: {
          rotation: random.between(-3, 3),
          contrast: random.between(1.1, 1.6),
          specks: random.between(2, 12),
        },
      };
    case 'screen':
      return {
        kind: 'screen',
        pose: {
          ...varyPose(random),
          reach: random.between(0.86, 1.06),
          centre: { x: 0.5, y: 0.5 },
        },
        backdrop: random.pick(BACKDROP_KINDS),
        look: {
          columns: random.integer(780, 1060),
          reach: random.between(0.7, 0.86),
          x: random.fraction(),
          y: random.fraction(),
          page: random.pick(['#2b2d31', '#f1f2f4', '#1d3a5f', '#000']),
        },
      };
    case 'cropped':
      return { kind: 'desk', pose: leaveOut(random), backdrop: random.pick(BACKDROP_KINDS) };
    case 'glare':
    case 'obstructed':
    case 'overexposed':
    case 'dark':
    case 'motion':
    case 'blur':
      return varyDesk(random);
  }
}

/** A quarter of the card's width or a third of its height, and more, lies beyond the picture. */
function leaveOut(random: SpecimenRandom): CameraPose {
  const pose = { ...varyPose(random), reach: random.between(0.8, 0.95) };
  const centres = [
    { x: random.between(0.02, 0.2), y: 0.5 },
    { x: random.between(0.94, 1.05), y: 0.5 },
    { x: 0.5, y: random.between(0.02, 0.15) },
    { x: 0.5, y: random.between(0.85, 0.98) },
  ];
  return { ...pose, centre: random.pick(centres) };
}

function choosePictureFaults(refusal: Refusal, random: SpecimenRandom): PictureFault[] {
  switch (refusal) {
    case 'glare':
      return [varyHardGlare(random)];
    case 'obstructed':
      return [varyCoveringFinger(random)];
    case 'overexposed':
      return [{ kind: 'overexposure', gain: random.between(5, 8), flare: 0.24 }];
    case 'dark':
      return [
        { kind: 'dim', share: random.between(0.03, 0.06) },
        { kind: 'noise', spread: random.between(5, 8) },
      ];
    case 'motion':
      return [varyShake(random, [46, 75])];
    case 'blur':
      return [{ kind: 'blur', sigmaPx: random.between(6, 12) }];
    case 'cropped':
    case 'screen':
    case 'photocopy':
      return [];
  }
}
