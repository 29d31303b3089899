import {
  varyBanding,
  varyFolds,
  varyMildGlare,
  varyShadow,
  varyShake,
  varyShine,
  varyTint,
  varyWatermark,
  varyWear,
} from '../generate/vary-faults.js';
import type { PictureFault } from '../scene/picture-fault.js';
import type { ScenePlan, Setting } from '../scene/render-scene.js';
import type { SurfaceFault } from '../scene/surface-fault.js';
import type { SpecimenRandom } from '../specimen-random.js';

/** Share of the frame that the card fills: nothing but print is drawn. */
const REACH = 0.95;
/** Pixels of the card's width, from a quarter of a photograph of 1,600 to nearly all of it. */
const CARD_WIDTH = { least: 400, most: 1450 } as const;

/** A photograph of the card alone with any of the faults of the other plans, often several at once. */
export function planLineScene(random: SpecimenRandom): ScenePlan {
  const ratio = CARD_WIDTH.most / CARD_WIDTH.least;
  const cardWidthPx = CARD_WIDTH.least * ratio ** random.fraction();
  return {
    surface: varySurface(random),
    setting: varySetting(random),
    picture: [...varyLight(random), ...varyCamera(random, cardWidthPx)],
    quarterTurns: 0,
    file: {
      longSidePx: Math.round(cardWidthPx / REACH),
      jpegQuality: random.isLucky(0.5) ? random.integer(28, 65) : random.integer(65, 95),
    },
  };
}

function varySurface(random: SpecimenRandom): SurfaceFault[] {
  const faults: readonly (readonly [number, SurfaceFault])[] = [
    [0.25, varyWear(random)],
    [0.08, varyFolds(random)],
    [0.08, varyShine(random)],
    [0.15, { kind: 'fade', strength: random.between(0.1, 0.66) }],
    [0.14, varyWatermark(random)],
    [0.1, varyBanding(random)],
  ];
  return keepLucky(faults, random);
}

function varySetting(random: SpecimenRandom): Setting {
  const pose = {
    rotation: random.between(-6, 6),
    foreshortening: random.isLucky(0.6) ? 0 : random.between(0, 0.16),
    farSide: random.between(0, 360),
    reach: REACH,
    centre: { x: 0.5, y: 0.5 },
  };
  if (random.isLucky(0.08)) {
    const contrast = random.between(1.1, 1.6);
    const rotation = random.between(-3, 3);
    return {
      kind: 'photocopy',
      copier: { rotation, contrast, specks: random.between(2, 12) },
    };
  }
  return { kind: 'desk', pose, backdrop: 'plain' };
}

function varyLight(random: SpecimenRandom): PictureFault[] {
  const faults: readonly (readonly [number, PictureFault])[] = [
    [0.35, varyShadow(random, [0.25, 0.62])],
    [0.35, varyTint(random)],
    [0.4, { kind: 'dim', share: random.between(0.2, 1) }],
    [0.08, { kind: 'overexposure', gain: random.between(1.5, 2.6), flare: 0.05 }],
    [0.3, varyMildGlare(random)],
  ];
  return keepLucky(faults, random);
}

function varyCamera(random: SpecimenRandom, cardWidthPx: number): PictureFault[] {
  const faults: readonly (readonly [number, PictureFault])[] = [
    [0.36, { kind: 'blur', sigmaPx: Math.max(cardWidthPx * random.between(0.0004, 0.0022), 0.35) }],
    [0.26, varyShake(random, [cardWidthPx * 0.002, cardWidthPx * 0.0078])],
    [0.75, { kind: 'noise', spread: 1 + 14 * random.fraction() ** 2 }],
    [0.25, { kind: 'sharpening', sigmaPx: random.between(0.6, 1.6) }],
  ];
  return keepLucky(faults, random);
}

function keepLucky<Fault>(
  faults: readonly (readonly [number, Fault])[],
  random: SpecimenRandom,
): Fault[] {
  return faults.flatMap(([probability, fault]) => (random.isLucky(probability) ? [fault] : []));
}
