import { decodeImage } from '../../image/decode-image.js';
import type { RasterImage } from '../../image/raster-image.js';
import { encodeJpeg } from '../../image/resize-region.js';
import type { Recording } from '../../challenge/generator/draw-sequence.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import { buildStage } from '../../liveness/attacks/build-attack.js';
import { photograph } from '../../liveness/attacks/camera.js';
import { moveCamera, STILL } from '../../liveness/attacks/move-camera.js';
import { createRandom } from '../../specimen/specimen-random.js';
import { chooseScene, portray } from './choose-scene.js';

/** As the capture app encodes the frames of an answer. */
const FRAME_QUALITY = 80;

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
