import { decodeImage } from '../../image/decode-image.js';
import type { RasterImage } from '../../image/raster-image.js';
import type { Region } from '../../image/region.js';
import { encodeJpeg } from '../../image/resize-region.js';
import type { Recording } from '../../challenge/generator/draw-sequence.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import { buildStage } from '../../liveness/attacks/build-attack.js';
import { photograph } from '../../liveness/attacks/camera.js';
import { buildPyramid, toLightImage } from '../../liveness/attacks/light-image.js';
import { moveCamera, STILL } from '../../liveness/attacks/move-camera.js';
import { planScene, type Scene } from '../../liveness/attacks/plan-scene.js';
import type { PortrayedFace } from '../../liveness/attacks/portrayed-face.js';
import { tightFaceBox } from '../../liveness/liveness-crop.js';
import { LIVENESS_THRESHOLDS } from '../../liveness/thresholds.js';
import { createRandom } from '../../specimen/specimen-random.js';

/** As the capture app encodes the frames of an answer. */
const FRAME_QUALITY = 80;

/** How many times the face fits into the picture, a little more than the least that is judged. */
const ROOM = LIVENESS_THRESHOLDS.minCropScale * 1.1;
const TRIES = 40;

/** Phones read fewer elements of the sensor for a video than for a photograph. */
const VIDEO_OVERSAMPLING = 1.5;

export interface Take {
  /** Whether the camera sees what happens, or a display that plays it. */
  readonly kind: 'live' | 'replay';
  /** The face at rest, as it lies in the still. */
  readonly face: LocatedFace;
  readonly seed: number;
}

/**
 * What the phone camera of the attack generator takes of a course of events, moment by moment. The same
 * seed sees the same camera, whatever stands before it.
 */
export async function film(
  { kind, face, seed }: Take,
  { still, frames }: Recording,
): Promise<Recording> {
  const rest = portray(face, still);
  const scene = chooseScene(rest, seed);
  const grain = createRandom(seed, 'grain');
  const hand = createRandom(seed, `hand/${kind}`);
  const moments = moveCamera(
    { scene, held: kind === 'live' ? STILL.tilt : undefined, box: rest.box, count: frames.length },
    createRandom(seed, 'shake'),
    hand,
  );
  const take = async (image: RasterImage, index: number, quality: number) => {
    // The same numbers give the same display; only what it shows is another.
    const random = createRandom(seed, `stage/${kind}`);
    const stage = buildStage(kind, portray(face, image), { scene, random });
    const moment = { ...STILL, scene, ...moments[index], parallax: STILL.parallax };
    const taken = await photograph(stage(moment), scene.camera, grain);
    return await decodeImage(await encodeJpeg(taken, quality));
  };
  const filmed = [];
  const first = await take(still, 0, scene.jpegQuality);
  for (const [index, { image, atMs }] of frames.entries()) {
    filmed.push({ image: await take(image, index + 1, FRAME_QUALITY), atMs });
  }
  return { still: first, frames: filmed };
}

/** The app asks for another picture until the face is as far away as it has to be. */
function chooseScene({ box, ...rest }: PortrayedFace, seed: number): Scene {
  const random = createRandom(seed, 'scene');
  let scene = planScene({ ...rest, box }, random);
  for (let attempt = 1; attempt < TRIES && isTooClose(scene, box); attempt += 1) {
    scene = planScene({ ...rest, box }, random);
  }
  const oversampling = Math.min(scene.camera.oversampling, VIDEO_OVERSAMPLING);
  return { ...scene, camera: { ...scene.camera, oversampling } };
}

function isTooClose({ scale, aspect }: Scene, { width, height }: Region): boolean {
  return Math.min(1 / (width * scale), aspect / (height * scale)) < ROOM;
}

function portray({ landmarks }: LocatedFace, image: RasterImage): PortrayedFace {
  const { width, height } = image;
  const content = buildPyramid(toLightImage(image));
  return { content, width, height, box: tightFaceBox(landmarks) };
}
