import { closeEyes } from '../../challenge/generator/close-eyes.js';
import {
  recordMoments,
  type Recording,
  type Scene,
} from '../../challenge/generator/draw-sequence.js';
import { drawWall, makePrint } from '../../challenge/generator/make-sheets.js';
import type { ChallengeAction } from '../../../contract/challenge.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import type { RasterImage } from '../../image/raster-image.js';
import { perform, sceneOf } from './perform.js';

/** What a camera takes of a screen that stands before it and plays a recording. */
export async function filmScreen(
  face: LocatedFace,
  { still, frames }: Recording,
  seed: number,
): Promise<Recording> {
  const film = async (image: RasterImage, at: number) =>
    (await recordMoments(paperOf(face, image), [], seed + at)).still;
  const filmed = [];
  for (const [index, { image, atMs }] of frames.entries()) {
    filmed.push({ image: await film(image, index + 1), atMs });
  }
  return { still: await film(still, 0), frames: filmed };
}

/** Which frames show the second of two pictures: the last ones, or as many as a blink takes. */
const isSecond = (action: ChallengeAction, index: number) =>
  action === 'BLINK' ? index >= 5 && index < 8 : index >= 6;

export interface Swap {
  readonly action: ChallengeAction;
  readonly face: LocatedFace;
  /** Whose picture follows: that of the same person, or of somebody else. */
  readonly second: LocatedFace;
  readonly seed: number;
}

/** Two prints in the hand: a face at rest, and one that has made the movement already. */
export async function swapPrints({ action, face, second, seed }: Swap): Promise<Recording> {
  const inHand = { action: 'BLINK', isHead: false, seed, name: 'hand' } as const;
  const before = await perform(inHand, paperOf(face, face.image));
  const after = await perform(inHand, paperOf(second, await drawAnswer(action, second, seed)));
  const frames = before.frames.map((frame, index) =>
    isSecond(action, index) ? (after.frames[index] ?? frame) : frame,
  );
  return { still: before.still, frames };
}

async function drawAnswer(
  action: ChallengeAction,
  face: LocatedFace,
  seed: number,
): Promise<RasterImage> {
  if (action === 'BLINK') return closeEyes(face.image, face.landmarks, 1);
  const head = { action, isHead: true, seed, name: 'answer' };
  const { frames } = await perform(head, sceneOf(face, seed));
  return frames[6]?.image ?? face.image;
}

function paperOf(face: LocatedFace, texture: RasterImage): Scene {
  const paper = makePrint(face, { bend: 0, isCutOut: false });
  return { sheet: { ...paper, texture }, face, background: drawWall(face.image) };
}
