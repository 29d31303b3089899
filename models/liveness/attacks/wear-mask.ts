import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import { showPerson, type Stage } from './build-attack.js';
import { viewHead } from './head-view.js';
import { createMaskSurface } from './mask-surface.js';
import { placePlane, UPRIGHT } from './place-plane.js';
import { planMask } from './plan-mask.js';
import type { Scene } from './plan-scene.js';
import { frameOf, headAround, type PortrayedHead } from './portrayed-face.js';
import { estimateRoomLight } from './room-light.js';

/** The living wearer, and before the face a mask with the face of somebody else. */
export function wearMask(
  wearer: PortrayedHead,
  stranger: PortrayedHead,
  { scene, random }: { readonly scene: Scene; readonly random: SpecimenRandom },
): Stage {
  const { box, width, height } = wearer;
  const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const view = viewHead(wearer.landmarks, {
    fit: random.between(1, 1.15),
    distance: random.between(5, 9),
  });
  // What a camera sees of the mask depends on its size in the picture, not in its own photograph.
  const scale = (scene.scale * view.scale) / frameOf(stranger.landmarks).unit;
  const mask = planMask(stranger, { scene: { ...scene, scale }, random });
  const light = estimateRoomLight(wearer, stranger, random);
  const showWearer = showPerson(wearer, centre);
  const whole = { left: 0, top: 0, right: width, bottom: height };
  return (moment) => {
    const world = { width, height, head: headAround(box), parallax: moment.parallax };
    const corners = placePlane(whole, centre, { scene: moment.scene, tilt: UPRIGHT });
    return [
      { surface: createMaskSurface({ mask, view, light, world }), corners },
      ...showWearer(moment),
    ];
  };
}
