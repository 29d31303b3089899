import { BACKDROP_KINDS } from '../scene/draw-backdrop.js';
import type { CameraPose } from '../scene/place-card.js';
import type { Setting } from '../scene/render-scene.js';
import type { SpecimenRandom } from '../specimen-random.js';

interface PoseLimits {
  readonly reach: readonly [number, number];
  readonly rotation: readonly [number, number];
  readonly foreshortening: readonly [number, number];
}

/** A photograph taken with some care: nearly straight, most of the frame. */
export const CAREFUL: PoseLimits = {
  reach: [0.62, 0.9],
  rotation: [0, 4],
  foreshortening: [0, 0.06],
};

/** Width of the frame over its height, and of the card. */
const FRAME_ASPECT = 4 / 3;
const CARD_ASPECT = 1428 / 900;
const MARGIN = 0.015;

/** A pose whose card lies wholly in the frame, anywhere in it. */
export function varyPose(random: SpecimenRandom, limits: PoseLimits = CAREFUL): CameraPose {
  const rotation = random.between(...limits.rotation) * (random.isLucky(0.5) ? 1 : -1);
  const wanted = random.between(...limits.reach);
  const turn = (Math.abs(rotation) * Math.PI) / 180;
  const spanX = Math.cos(turn) + Math.sin(turn) / CARD_ASPECT;
  const spanY = (Math.sin(turn) + Math.cos(turn) / CARD_ASPECT) * FRAME_ASPECT;
  const reach = Math.min(wanted, (1 - 2 * MARGIN) / Math.max(spanX, spanY));
  const place = (span: number) => {
    const half = (reach * span) / 2 + MARGIN;
    return half >= 0.5 ? 0.5 : random.between(half, 1 - half);
  };
  return {
    rotation,
    foreshortening: random.between(...limits.foreshortening),
    farSide: random.between(0, 360),
    reach,
    centre: { x: place(spanX), y: place(spanY) },
  };
}

/** On a table, a cloth, among papers: `limits` of the pose as in `varyPose`. */
export function varyDesk(random: SpecimenRandom, limits?: PoseLimits): Setting {
  return {
    kind: 'desk',
    pose: varyPose(random, limits),
    backdrop: random.pick(BACKDROP_KINDS),
  };
}
