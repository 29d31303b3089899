import type { Point } from '../../image/homography.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { PHOTO, type CameraPose } from './place-card.js';

/** As a person holds a phone who takes some care. */
export function holdCamera(random: SpecimenRandom): CameraPose {
  return {
    rotation: random.between(-2, 2),
    foreshortening: random.between(0.01, 0.04),
    reach: random.between(0.8, 0.86),
    centre: aimAtMiddle(random),
  };
}

export function tiltCamera(random: SpecimenRandom): CameraPose {
  return {
    rotation: random.between(8, 14) * (random.isLucky(0.5) ? 1 : -1),
    foreshortening: random.between(0.1, 0.16),
    reach: 0.78,
    centre: aimAtMiddle(random),
  };
}

/**
 * Aims so far beside the card that a third of it or more lies beyond the picture, and with it the
 * labels, the header and the NIK, the last rows, or the values.
 */
export function leaveCardBehind(random: SpecimenRandom): CameraPose {
  const pose = holdCamera(random);
  const centres: readonly Point[] = [
    { x: random.between(0.02, 0.12), y: 0.5 },
    { x: random.between(0.95, 1.05), y: 0.5 },
    { x: 0.5, y: random.between(0.02, 0.12) },
    { x: 0.5, y: random.between(0.88, 0.98) },
  ];
  return { ...pose, centre: random.pick(centres) };
}

function aimAtMiddle(random: SpecimenRandom): Point {
  return {
    x: 0.5 + random.between(-20, 20) / PHOTO.width,
    y: 0.5 + random.between(-20, 20) / PHOTO.height,
  };
}
