import type { RasterImage } from '../../image/raster-image.js';
import type { Region } from '../../image/region.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import { buildPyramid, toLightImage } from '../../liveness/attacks/light-image.js';
import { planScene, type Scene } from '../../liveness/attacks/plan-scene.js';
import type { PortrayedFace } from '../../liveness/attacks/portrayed-face.js';
import { tightFaceBox } from '../../liveness/liveness-crop.js';
import { LIVENESS_THRESHOLDS } from '../../liveness/thresholds.js';
import { createRandom } from '../../specimen/specimen-random.js';

/** How many times the face fits into the picture, a little more than the least that is judged. */
const ROOM = LIVENESS_THRESHOLDS.minCropScale * 1.1;
const TRIES = 40;

/** Phones read fewer elements of the sensor for a video than for a photograph. */
const VIDEO_OVERSAMPLING = 1.5;

/** The app asks for another picture until the face is as far away as it has to be. */
export function chooseScene({ box, ...rest }: PortrayedFace, seed: number): Scene {
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

/** A picture of the face where it is at rest, ready for a camera. */
export function portray({ landmarks }: LocatedFace, image: RasterImage): PortrayedFace {
  const { width, height } = image;
  const content = buildPyramid(toLightImage(image));
  return { content, width, height, box: tightFaceBox(landmarks) };
}
