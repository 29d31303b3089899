import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import type { Camera } from './camera.js';
import type { PortrayedFace } from './portrayed-face.js';

/** Camera and place of the face in the picture; drawn alike for living people and for attacks. */
export interface Scene {
  readonly camera: Camera;
  /** Height of the picture in widths. */
  readonly aspect: number;
  /** Picture widths to a pixel of the photograph. */
  readonly scale: number;
  /** Where the middle of the face lies, in picture widths. */
  readonly face: { readonly x: number; readonly y: number };
  /** Radians. */
  readonly roll: number;
  readonly jpegQuality: number;
}

const ASPECTS = [4 / 3, 16 / 9, 1, 3 / 4] as const;
const MAX_SIDE_PX = 1100;
const MAX_SENSOR_PX = 1600;
const MIN_WIDTH_PX = 240;
const TRIES = 40;

/** A scene that the photograph can fill; the last resort is the photograph as it is. */
export function planScene(portrayed: PortrayedFace, random: SpecimenRandom): Scene {
  const frame = chooseFrame(portrayed, random);
  const { box } = portrayed;
  const facePx = box.width * random.between(0.8, 1.15);
  const longest = Math.max(1, frame.aspect);
  const widthPx = facePx / (box.width * frame.scale);
  const width = Math.round(Math.min(Math.max(widthPx, MIN_WIDTH_PX), MAX_SIDE_PX / longest));
  return {
    ...frame,
    camera: planCamera(width, Math.round(width * frame.aspect), random),
    jpegQuality: random.integer(75, 96),
  };
}

type Frame = Pick<Scene, 'aspect' | 'scale' | 'face' | 'roll'>;

function chooseFrame({ width, height, box }: PortrayedFace, random: SpecimenRandom): Frame {
  const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const aspect = random.pick(ASPECTS);
    const scale = random.between(0.2, 0.5) / box.width;
    const face = { x: random.between(0.4, 0.6), y: random.between(0.38, 0.56) * aspect };
    const left = centre.x - face.x / scale;
    const top = centre.y - face.y / scale;
    const isFilled =
      left >= 0 && top >= 0 && left + 1 / scale <= width && top + aspect / scale <= height;
    if (isFilled) return { aspect, scale, face, roll: 0 };
  }
  const face = { x: centre.x / width, y: centre.y / width };
  return { aspect: height / width, scale: 1 / width, face, roll: 0 };
}

function planCamera(width: number, height: number, random: SpecimenRandom): Camera {
  const warmth = random.between(-0.1, 0.1);
  return {
    width,
    height,
    oversampling: Math.min(random.pick([1.5, 2, 2.5]), MAX_SENSOR_PX / Math.max(width, height)),
    lensBlur: random.between(0.9, 1.5),
    exposure: random.between(0.75, 1.15),
    whiteBalance: [1 + warmth, 1, 1 - warmth],
    noise: random.between(0.003, 0.02),
    vignette: random.between(0, 0.2),
    denoise: random.isLucky(0.6) ? random.between(0.2, 0.6) : 0,
    sharpen: random.isLucky(0.8) ? random.between(0.1, 0.7) : 0,
  };
}
