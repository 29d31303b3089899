import type { Point } from '../../face/face-landmarks.js';
import { followParallax, type FaceWorld } from './face-surface.js';
import type { HeadView } from './head-view.js';
import type { Light } from './light-image.js';
import type { Mask } from './plan-mask.js';
import { toPhotograph } from './portrayed-face.js';
import { mirrorOf, normalise, shadeOf, type Direction, type RoomLight } from './room-light.js';
import type { Look, Surface } from './surface.js';

/** A mask on the head of a photograph. Lengths are in pixels of the wearer's photograph. */
export interface WornMask {
  readonly mask: Mask;
  readonly view: HeadView;
  readonly light: RoomLight;
  /** The wearer; the mask moves with the head. */
  readonly world: Pick<FaceWorld, 'head' | 'parallax' | 'width' | 'height'>;
}

/** Half of what a slope is measured over, in distances between the eyes. */
const SLOPE_REACH = 0.03;

/** Covers what the mask covers, and darkens what its shadow falls on. */
export function createMaskSurface(worn: WornMask): Surface {
  const { mask, view, world } = worn;
  return {
    width: world.width,
    height: world.height,
    shine: (look, into) => {
      into.fill(0);
      const place = view.findOn(mask.form.depthAt, followParallax(world, look));
      const inside = insideAt(mask, place);
      const soft = look.footprint / view.scale;
      const cover = clampShare(inside / soft + 0.5);
      const shaded = (1 - cover) * shadowAt(worn, place);
      if (cover === 0) return shaded;
      shineMask(worn, place, look, into);
      const covered = cover + shaded;
      for (let k = 0; k < 3; k += 1) into[k] = ((into[k] ?? 0) * cover) / covered;
      return covered;
    },
  };
}

function insideAt({ form, cut }: Mask, { x, y }: Point): number {
  const picture = form.pictureAt(x, y);
  return picture === null ? -Infinity : cut.insideAt(picture.x, picture.y);
}

/** The skin beside the mask or in its holes lies in shadow where the mask stands towards the lamp. */
function shadowAt({ mask, light }: WornMask, { x, y }: Point): number {
  const { gap, strength } = mask.shadow;
  const { towards } = light;
  const reach = gap / towards.z;
  const inside = insideAt(mask, { x: x + towards.x * reach, y: y + towards.y * reach });
  return strength * clampShare(inside / gap + 0.5);
}

function shineMask({ mask, view, light }: WornMask, place: Point, look: Look, into: Light): void {
  const { form, frame, gloss } = mask;
  const picture = form.pictureAt(place.x, place.y);
  if (picture === null) return;
  const facing = facingAt(form.depthAt, place);
  const footprint = (look.footprint * frame.unit) / view.scale / Math.max(facing.z, 0.2);
  const seen = { ...toPhotograph(frame, picture), row: look.row };
  mask.picture.shine({ ...seen, footprint: Math.max(footprint, mask.detail) }, into);
  const viewer = normalise({ x: -view.turn, y: view.nod, z: 1 });
  const shade = shadeOf(light, facing);
  const mirrored = gloss.strength * mirrorOf(light, { facing, viewer, power: gloss.power });
  for (let k = 0; k < 3; k += 1) {
    into[k] = ((into[k] ?? 0) * shade + mirrored) * (light.white[k] ?? 1);
  }
}

function facingAt(depthAt: (x: number, y: number) => number, { x, y }: Point): Direction {
  const slope = (dx: number, dy: number) =>
    (depthAt(x + dx, y + dy) - depthAt(x - dx, y - dy)) / (2 * SLOPE_REACH);
  return normalise({ x: -slope(SLOPE_REACH, 0), y: -slope(0, SLOPE_REACH), z: 1 });
}

function clampShare(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
