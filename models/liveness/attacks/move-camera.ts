import type { Region } from '../../image/region.js';
import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { Moment } from './build-attack.js';
import { holdInHand, UPRIGHT, type Tilt } from './place-plane.js';
import type { Scene } from './plan-scene.js';

export const STILL: Omit<Moment, 'scene'> = {
  tilt: UPRIGHT,
  parallax: { x: 0, y: 0 },
  behind: { x: 0, y: 0 },
};

interface Take {
  readonly scene: Scene;
  /** How a copy is held; drawn unless given. */
  readonly held: Tilt | undefined;
  readonly box: Region;
  /** Pictures besides the still. */
  readonly count: number;
}

/** Hands are never still: a wandering camera, and the head and what is behind it move apart. */
export function moveCamera(
  { scene, held, box, count }: Take,
  shake: SpecimenRandom,
  hand: SpecimenRandom,
): Moment[] {
  const tilt = held ?? holdInHand(hand);
  const sway = shake.between(0.003, 0.02);
  const depth = shake.between(0.25, 0.9);
  const at = { x: 0, y: 0, zoom: 0, roll: 0, tiltX: 0, tiltY: 0 };
  return Array.from({ length: count + 1 }, (_, index) => {
    if (index > 0) {
      at.x += shake.between(-sway, sway);
      at.y += shake.between(-sway, sway);
      at.zoom += shake.between(-sway, sway);
      at.roll += shake.between(-sway, sway);
      at.tiltX += shake.between(-sway, sway) * 2;
      at.tiltY += shake.between(-sway, sway) * 2;
    }
    const moved = { x: scene.face.x + at.x, y: scene.face.y + at.y };
    // A camera that moves aside sees the near head move further than the wall.
    const share = depth * 0.5;
    const parallax = { x: (at.x * share) / scene.scale, y: (at.y * share) / scene.scale };
    const limit = box.width * 0.12;
    return {
      scene: { ...scene, face: moved, scale: scene.scale * (1 + at.zoom), roll: at.roll },
      tilt: { roll: tilt.roll, x: tilt.x + at.tiltX, y: tilt.y + at.tiltY },
      parallax: { x: clamp(parallax.x, limit), y: clamp(parallax.y, limit) },
      behind: { x: at.x * (1 - depth), y: at.y * (1 - depth) },
    };
  });
}

function clamp(value: number, limit: number): number {
  return Math.min(Math.max(value, -limit), limit);
}
