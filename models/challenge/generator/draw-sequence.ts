import {
  ANSWER_SPACING_MS,
  countAnswerFrames,
  type ChallengeAction,
} from '../../../contract/challenge.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import { decodeImage } from '../../image/decode-image.js';
import type { RasterImage } from '../../image/raster-image.js';
import { encodeJpeg } from '../../image/resize-region.js';
import type { TimedFrame } from '../../liveness/timed-frame.js';
import { createRandom, type SpecimenRandom } from '../../specimen/specimen-random.js';
import { closeEyes } from './close-eyes.js';
import { laySheet, renderSheet, type Sheet } from './render-sheet.js';
import { RESTING_POSE, type SheetPose } from './sheet-pose.js';

/** What a recording shows at one time: the pose of the surface and how far its eyes are closed. */
export interface Moment {
  readonly pose: SheetPose;
  readonly closure: number;
}

export interface Recording {
  readonly still: RasterImage;
  readonly frames: readonly TimedFrame[];
}

/** Which of the movements of a recording it is, and how many there are. */
export interface Turn {
  readonly at: number;
  readonly of: number;
}

/**
 * How a movement runs over the recording, begun when it is asked for: up, held, back; 0 to 1 for each
 * frame.
 */
export function planEffort(random: SpecimenRandom, { at, of }: Turn): readonly number[] {
  const frames = countAnswerFrames(of);
  const start = (at * frames) / of + random.between(0.5, 2.5);
  const rise = random.between(2, 4);
  const hold = random.between(0.5, 3);
  const fall = random.between(2, 4);
  return Array.from({ length: frames }, (_, index) => {
    const up = (index - start) / rise;
    const down = (index - start - rise - hold) / fall;
    return ease(up) * (1 - ease(down));
  });
}

/** A blink that is asked for lasts one to four frames. */
export function planClosure(random: SpecimenRandom, { at, of }: Turn): readonly number[] {
  const frames = countAnswerFrames(of);
  const start = (at * frames) / of + random.between(2.2, 6.5);
  const length = random.between(1.6, 4);
  return Array.from({ length: frames }, (_, index) =>
    index > start && index < start + length ? 1 : 0,
  );
}

export interface Movement {
  readonly action: ChallengeAction;
  /** For each frame of the recording, as the next. */
  readonly effort: readonly number[];
  readonly closure: readonly number[];
  /** Degrees of a turn or nod; for COME_CLOSER the least distance. */
  readonly reach: number;
}

/** A live answer or a presented sheet, moment by moment, with the unrest of a hand or a neck. */
export function planMoments(
  movements: readonly Movement[],
  random: SpecimenRandom,
): readonly Moment[] {
  const unrest = { across: 0, down: 0, yaw: 0, pitch: 0, roll: 0 };
  const [first] = movements;
  return (first?.effort ?? []).map((_, index) => {
    for (const key of ['yaw', 'pitch', 'roll'] as const) unrest[key] += random.between(-0.8, 0.8);
    for (const key of ['across', 'down'] as const) unrest[key] += random.between(-0.02, 0.02);
    const asked = movements.map((movement) => poseOf(movement, index));
    const sum = (key: 'yaw' | 'pitch') => asked.reduce((all, pose) => all + pose[key], 0);
    return {
      closure: Math.max(...movements.map((movement) => closureOf(movement, index))),
      pose: {
        ...RESTING_POSE,
        ...unrest,
        distance:
          asked.reduce((all, { distance }) => all * distance, 1) * random.between(0.99, 1.01),
        yaw: unrest.yaw + sum('yaw'),
        pitch: unrest.pitch + sum('pitch'),
      },
    };
  });
}

function poseOf({ action, effort, reach }: Movement, index: number) {
  const share = effort[index] ?? 0;
  return {
    yaw: action === 'TURN_LEFT' ? reach * share : action === 'TURN_RIGHT' ? -reach * share : 0,
    pitch: action === 'NOD' ? -reach * share : 0,
    distance: action === 'COME_CLOSER' ? 1 - (1 - reach) * share : 1,
  };
}

function closureOf({ action, closure }: Movement, index: number): number {
  return action === 'BLINK' ? (closure[index] ?? 0) : 0;
}

/** A sheet that is moved every way at once, as far as a hand does while a face is still to be seen. */
export function planWaving(random: SpecimenRandom, count: number): readonly Moment[] {
  const sway = (most: number) => {
    const [turns, start] = [random.between(0.5, 1.5), random.between(0, 1)];
    return (index: number) => most * Math.sin(2 * Math.PI * ((turns * index) / count + start));
  };
  const [yaw, pitch, roll] = [sway(35), sway(35), sway(20)];
  const [across, down, distance] = [sway(0.5), sway(0.4), sway(0.25)];
  return Array.from({ length: count }, (_, index) => ({
    closure: 0,
    pose: {
      yaw: yaw(index),
      pitch: pitch(index),
      roll: roll(index),
      across: across(index),
      down: down(index),
      distance: 1 + distance(index),
    },
  }));
}

export interface Scene {
  readonly sheet: Sheet;
  /** The face as it lies in the sheet's texture. */
  readonly face: LocatedFace;
  readonly background: RasterImage;
}

/** What there is to be seen at the moments, before any camera; the still is the resting pose. */
export function drawMoments(
  { sheet, face, background }: Scene,
  moments: readonly Moment[],
  seed: number,
): Recording {
  const clock = createRandom(seed, 'clock');
  const laid = laySheet(sheet);
  const draw = ({ pose, closure }: Moment) => {
    const texture = closure > 0 ? closeEyes(sheet.texture, face.landmarks, closure) : sheet.texture;
    return renderSheet({ ...laid, texture }, pose, background);
  };
  return {
    still: draw({ pose: RESTING_POSE, closure: 0 }),
    frames: moments.map((moment, index) => ({
      image: draw(moment),
      atMs: Math.round(index * ANSWER_SPACING_MS + clock.between(-8, 8) * Math.min(index, 1)),
    })),
  };
}

/** As a plain camera takes it. */
export async function record({ still, frames }: Recording, seed: number): Promise<Recording> {
  const random = createRandom(seed, 'camera');
  const gain = random.between(0.85, 1.1);
  const grain = makeGrain(random);
  const take = async (image: RasterImage) => {
    const light = { gain: gain * random.between(0.99, 1.01), first: random.integer(0, GRAIN - 1) };
    return await photograph(image, light, grain);
  };
  const first = await take(still);
  const taken: TimedFrame[] = [];
  for (const { image, atMs } of frames) taken.push({ image: await take(image), atMs });
  return { still: first, frames: taken };
}

/** A prime, so that no row of a picture has the noise of the one above. */
const GRAIN = 65_521;

function makeGrain(random: SpecimenRandom): Float32Array {
  return Float32Array.from({ length: GRAIN }, () => random.between(-3, 3));
}

/** Noise of one to two levels, from another place of the grain each time, and a video's JPEG. */
async function photograph(
  image: RasterImage,
  { gain, first }: { readonly gain: number; readonly first: number },
  grain: Float32Array,
): Promise<RasterImage> {
  const data = new Uint8ClampedArray(image.data.length);
  for (let index = 0; index < data.length; index += 1) {
    data[index] = (image.data[index] ?? 0) * gain + (grain[(first + index) % GRAIN] ?? 0);
  }
  return await decodeImage(await encodeJpeg({ ...image, data: Uint8Array.from(data) }, 80));
}

function ease(share: number): number {
  const clamped = Math.min(Math.max(share, 0), 1);
  return clamped * clamped * (3 - 2 * clamped);
}
