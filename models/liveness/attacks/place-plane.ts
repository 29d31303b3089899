import type { Quad } from '../../image/homography.js';
import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { Scene } from './plan-scene.js';

/** A rectangle in pixels of the photograph. */
export interface PhotoRectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How a flat thing is held: radians, and how much nearer one side is than the other. */
export interface Tilt {
  readonly roll: number;
  readonly x: number;
  readonly y: number;
}

export const UPRIGHT: Tilt = { roll: 0, x: 0, y: 0 };

export function holdInHand(random: SpecimenRandom): Tilt {
  return {
    roll: random.between(-0.12, 0.12),
    x: random.between(-0.09, 0.09),
    y: random.between(-0.09, 0.09),
  };
}

/**
 * Where the picture shows a rectangle of the photograph's plane, in picture widths, with the face where the
 * scene wants it.
 *
 * @param centre of the face, in pixels of the photograph
 */
export function placePlane(
  { left, top, right, bottom }: PhotoRectangle,
  centre: { readonly x: number; readonly y: number },
  { scene, tilt }: { readonly scene: Scene; readonly tilt: Tilt },
): Quad {
  const [cos, sin] = [Math.cos(scene.roll + tilt.roll), Math.sin(scene.roll + tilt.roll)];
  const place = (x: number, y: number) => {
    const [dx, dy] = [(x - centre.x) * scene.scale, (y - centre.y) * scene.scale];
    const nearness = 1 / (1 + tilt.x * dx * 2 + tilt.y * dy * 2);
    return {
      x: scene.face.x + (dx * cos - dy * sin) * nearness,
      y: scene.face.y + (dx * sin + dy * cos) * nearness,
    };
  };
  return [place(left, top), place(right, top), place(right, bottom), place(left, bottom)];
}
