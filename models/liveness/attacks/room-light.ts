import type { Point } from '../../face/face-landmarks.js';
import type { SpecimenRandom } from '../../specimen/specimen-random.js';
import { samplePyramid, type Light } from './light-image.js';
import { frameOf, type PortrayedHead } from './portrayed-face.js';

export interface Direction {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The light that falls on a head, in the head's own axes: right and down on the picture, nearer. */
export interface RoomLight {
  /** What a white sheet that faces the camera gives back; 1 is as bright as a picture can be. */
  readonly white: Light;
  /** Towards the lamp. */
  readonly towards: Direction;
  /** Share of the light that comes from everywhere. */
  readonly ambient: number;
}

/** Jaw and nostril on either side; the cheek lies between them. */
const CHEEKS = [
  [3, 31],
  [13, 35],
] as const;
/** Across over towards the camera of a cheek's own direction. */
const CHEEK_SLOPE = 0.6;
/** Skin in white light, red and blue against green: people differ far more in how dark they are. */
const SKIN: Light = [1.6, 1, 0.7];
/** How much of a cheek's tint is taken for the light's; the rest is its own. */
const TINT_SHARE = 0.7;
/** A cheek in full shadow still says something. */
const DARK = 0.005;

/**
 * A photograph does not say where its lamps were: the wearer's cheeks say which side is lit and in which
 * colour; how bright they are against those of the face on the mask says, between skin and light, half.
 */
export function estimateRoomLight(
  wearer: PortrayedHead,
  stranger: PortrayedHead,
  random: SpecimenRandom,
): RoomLight {
  const [left, right] = measureCheeks(wearer);
  const [darkness, other] = [luminance(left) + luminance(right), measureCheeks(stranger)];
  const ratio = Math.sqrt(darkness / (luminance(other[0]) + luminance(other[1])));
  const level = clamp(ratio, 0.5, 1.5) * random.between(0.85, 1.15);
  const tints = SKIN.map((skin, k) => ((left[k] ?? 0) + (right[k] ?? 0)) / skin);
  const tintOf = (k: number) => clamp((tints[k] ?? 1) / (tints[1] ?? 1), 0.4, 2.5) ** TINT_SHARE;
  const aside = (luminance(right) - luminance(left)) / darkness / CHEEK_SLOPE;
  return {
    white: [level * tintOf(0), level, level * tintOf(2)],
    towards: normalise({ x: clamp(aside, -0.9, 0.9), y: random.between(-0.8, -0.1), z: 1 }),
    ambient: random.between(0.3, 0.65),
  };
}

/** What a surface of this direction gets, 1 as much as one that faces the camera. */
export function shadeOf({ towards, ambient }: RoomLight, facing: Direction): number {
  return ambient + (1 - ambient) * (Math.max(dot(towards, facing), 0) / towards.z);
}

/** How much of the lamp a shining surface mirrors to a viewer (J. Blinn's half-way vector, 1977). */
export function mirrorOf(
  { towards }: RoomLight,
  { facing, viewer, power }: { facing: Direction; viewer: Direction; power: number },
): number {
  const half = normalise({
    x: towards.x + viewer.x,
    y: towards.y + viewer.y,
    z: towards.z + viewer.z,
  });
  return Math.max(dot(half, facing), 0) ** power;
}

export function normalise({ x, y, z }: Direction): Direction {
  const length = Math.hypot(x, y, z);
  return { x: x / length, y: y / length, z: z / length };
}

function dot(a: Direction, b: Direction): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

function measureCheeks({ content, landmarks }: PortrayedHead): [Light, Light] {
  const { unit } = frameOf(landmarks);
  const at = (index: number): Point => landmarks[index] ?? { x: 0, y: 0 };
  const measure = ([jaw, nose]: readonly [number, number]): Light => {
    const light: Light = [0, 0, 0];
    const middle = { x: (at(jaw).x + at(nose).x) / 2, y: (at(jaw).y + at(nose).y) / 2 };
    samplePyramid(content, middle, unit * 0.3, light);
    return [Math.max(light[0], DARK), Math.max(light[1], DARK), Math.max(light[2], DARK)];
  };
  return [measure(CHEEKS[0]), measure(CHEEKS[1])];
}

/** Weights of ITU-R BT.709, for linear light. */
function luminance([red, green, blue]: Light): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
