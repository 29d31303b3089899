import { encodeJpeg } from '../../image/resize-region.js';
import { createRandom, type SpecimenRandom } from '../../specimen/specimen-random.js';
import type { AttackKind } from './attack-kind.js';
import { buildStage, type Stage } from './build-attack.js';
import { photograph } from './camera.js';
import { toLightImage, buildPyramid } from './light-image.js';
import { moveCamera, STILL } from './move-camera.js';
import { planScene, type Scene } from './plan-scene.js';
import type { PortrayedFace, PortrayedHead } from './portrayed-face.js';
import { reencode } from './reencode.js';
import { wearMask } from './wear-mask.js';

export interface AttackRequest {
  readonly kind: AttackKind;
  readonly portrayed: PortrayedHead;
  /** Somebody else, whose face a worn mask shows. */
  readonly stranger: PortrayedHead;
  readonly seed: number;
  /** Pictures besides the still. */
  readonly frames: number;
}

/** JPEGs: the still, and the burst after it. */
export interface DrawnAttack {
  readonly still: Uint8Array;
  readonly frames: readonly { readonly jpeg: Uint8Array; readonly atMs: number }[];
}

/** Milliseconds between the pictures of a burst. */
const FRAME_INTERVAL_MS = 120;

/** Shows a face to the camera, living or copied. The same seed sees the same camera and light. */
export async function drawAttack(request: AttackRequest): Promise<DrawnAttack> {
  const { kind, seed } = request;
  const scene = planScene(request.portrayed, createRandom(seed, 'scene'));
  if (kind === 'injection') {
    const still = await reencode(request.portrayed, scene);
    return { still, frames: [] };
  }
  const random = createRandom(seed, `attack/${kind}`);
  const stage = await setStage(kind, request, { scene, random });
  const grain = createRandom(seed, 'grain');
  const shake = createRandom(seed, 'shake');
  const isPerson = kind === 'live' || kind === 'worn-mask';
  const held = isPerson ? STILL.tilt : random.isLucky(0.3) ? STILL.tilt : undefined;
  const moments = moveCamera(
    { scene, held, box: request.portrayed.box, count: request.frames },
    shake,
    random,
  );
  const jpegs: Uint8Array[] = [];
  for (const moment of moments) {
    const image = await photograph(stage(moment), scene.camera, grain);
    jpegs.push(await encodeJpeg(image, scene.jpegQuality));
  }
  const [still = new Uint8Array(), ...frames] = jpegs;
  return {
    still,
    frames: frames.map((jpeg, index) => ({ jpeg, atMs: index * FRAME_INTERVAL_MS })),
  };
}

async function setStage(
  kind: Exclude<AttackKind, 'injection'>,
  { portrayed, stranger, seed }: AttackRequest,
  view: { readonly scene: Scene; readonly random: SpecimenRandom },
): Promise<Stage> {
  if (kind === 'worn-mask') return wearMask(portrayed, stranger, view);
  const shown = kind === 'recapture' ? await recapture(portrayed, seed) : portrayed;
  return buildStage(kind, shown, view);
}

/** The photograph as a first camera sees it on a display. */
async function recapture(portrayed: PortrayedFace, seed: number): Promise<PortrayedFace> {
  const random = createRandom(seed, 'first-camera');
  const { width, height } = portrayed;
  const planned = planScene(portrayed, random);
  const scale = 1 / width;
  const face = {
    x: (portrayed.box.left + portrayed.box.width / 2) * scale,
    y: (portrayed.box.top + portrayed.box.height / 2) * scale,
  };
  const camera = { ...planned.camera, width, height, oversampling: 1 };
  const scene = { ...planned, scale, face, aspect: height / width, camera };
  const stage = buildStage('replay', portrayed, { scene, random });
  const image = await photograph(stage({ ...STILL, scene }), camera, random);
  return { ...portrayed, content: buildPyramid(toLightImage(image)) };
}
