import type { PictureFault } from '../scene/picture-fault.js';
import type { SurfaceFault } from '../scene/surface-fault.js';
import type { SpecimenRandom } from '../specimen-random.js';
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
} from './vary-faults.js';

/*
 * For training: any of the faults, often several at once, from what hardly shows to what can hardly
 * be read.
 */

export function varySurface(random: SpecimenRandom): SurfaceFault[] {
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

export function varyLight(random: SpecimenRandom): PictureFault[] {
  const faults: readonly (readonly [number, PictureFault])[] = [
    [0.35, varyShadow(random, [0.25, 0.62])],
    [0.35, varyTint(random)],
    [0.4, { kind: 'dim', share: random.between(0.2, 1) }],
    [0.08, { kind: 'overexposure', gain: random.between(1.5, 2.6), flare: 0.05 }],
    [0.3, varyMildGlare(random)],
  ];
  return keepLucky(faults, random);
}

export function varyCamera(random: SpecimenRandom, cardWidthPx: number): PictureFault[] {
  const faults: readonly (readonly [number, PictureFault])[] = [
    [0.36, { kind: 'blur', sigmaPx: Math.max(cardWidthPx * random.between(0.0004, 0.0022), 0.35) }],
    [0.26, varyShake(random, [cardWidthPx * 0.002, cardWidthPx * 0.0078])],
    [0.75, { kind: 'noise', spread: 1 + 14 * random.fraction() ** 2 }],
    [0.25, { kind: 'sharpening', sigmaPx: random.between(0.6, 1.6) }],
  ];
  return keepLucky(faults, random);
}

/** Half of them pressed as hard as messengers do. */
export function varyJpegQuality(random: SpecimenRandom): number {
  return random.isLucky(0.5) ? random.integer(28, 65) : random.integer(65, 95);
}

function keepLucky<Fault>(
  faults: readonly (readonly [number, Fault])[],
  random: SpecimenRandom,
): Fault[] {
  return faults.flatMap(([probability, fault]) => (random.isLucky(probability) ? [fault] : []));
}
