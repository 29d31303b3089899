import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { Light } from './light-image.js';
import type { Scene } from './plan-scene.js';
import type { PortrayedFace } from './portrayed-face.js';
import type { Screen } from './screen-surface.js';

const PAGES: readonly Light[] = [
  [0.005, 0.005, 0.005],
  [0.9, 0.9, 0.9],
  [0.03, 0.035, 0.05],
];

/** A phone, tablet or monitor that shows the photograph whole, or so near that no edge is seen. */
export function planScreen(
  portrayed: PortrayedFace,
  { scene, random }: { readonly scene: Scene; readonly random: SpecimenRandom },
): Screen {
  // Display pixels to one element of the sensor: a phone near the camera, a monitor further off.
  const pitch = Math.exp(random.between(Math.log(0.3), Math.log(4)));
  const scale = pitch * scene.scale * scene.camera.width * scene.camera.oversampling;
  const picture = { width: portrayed.width, height: portrayed.height };
  const spare = () =>
    portrayed.box.width * scale * (random.isLucky(0.5) ? 0 : random.between(0, 1));
  const [left, top] = [spare(), spare()];
  const cold = random.between(-0.12, 0.3);
  return {
    content: portrayed.content,
    picture,
    width: picture.width * scale + left + spare(),
    height: picture.height * scale + top + spare(),
    shown: { left, top, scale },
    page: random.pick(PAGES),
    bezel: portrayed.box.width * scale * random.between(0.05, 0.3),
    bezelLight: random.isLucky(0.8) ? random.between(0.003, 0.04) : random.between(0.3, 0.8),
    backlight: scaleLight([1 - cold, 1, 1 + cold], random.between(0.7, 1.2)),
    black: random.between(0.001, 0.03),
    aperture: random.between(0.7, 0.92),
    hasStripes: random.isLucky(0.85),
    glare: {
      strength: random.isLucky(0.4) ? random.between(0.03, 0.6) : 0,
      x: random.between(0, 1),
      y: random.between(0, 1),
      size: random.between(0.06, 0.4),
    },
    banding: {
      strength: random.isLucky(0.3) ? random.between(0.03, 0.25) : 0,
      bands: random.between(1, 7),
      phase: random.between(0, 6),
    },
  };
}

function scaleLight([red, green, blue]: Light, factor: number): Light {
  return [red * factor, green * factor, blue * factor];
}
