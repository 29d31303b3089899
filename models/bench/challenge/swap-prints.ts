import { closeEyes } from '../../challenge/generator/close-eyes.js';
import type { Recording, Scene } from '../../challenge/generator/draw-sequence.js';
import { drawWall, makePrint } from '../../challenge/generator/make-sheets.js';
import type { ChallengeAction } from '../../../contract/challenge.js';
import type { LocatedFace } from '../../face/locate-main-face.js';
import type { RasterImage } from '../../image/raster-image.js';
import { perform, sceneOf } from './perform.js';
import { printPhotograph } from './print-photograph.js';

/** Which frames show the face that has moved: the last ones, or as many as it takes before what follows. */
const isMoved = (movements: readonly ChallengeAction[], index: number) =>
  movements.length > 1 || movements.includes('BLINK') ? index >= 5 && index < 8 : index >= 6;

export interface Swap {
  readonly movements: readonly ChallengeAction[];
  readonly face: LocatedFace;
  /** Whose picture follows: that of the same person, or of somebody else. */
  readonly second: LocatedFace;
  readonly seed: number;
}

/** Prints in the hand: a face at rest, and for each movement one that has made it already. */
export function swapPrints({ movements, face, second, seed }: Swap): Recording {
  const resting = movements.map(() => null);
  const inHand = { movements: resting, isHead: false, seed, name: 'hand' };
  const before = perform(inHand, paperOf(face, face.image, seed));
  const moved = movements.map((action) =>
    perform(inHand, paperOf(second, drawAnswer(action, second, seed), seed)),
  );
  const frames = before.frames.map((frame, index) => {
    const each = before.frames.length / movements.length;
    const shown = moved[Math.floor(index / each)];
    return isMoved(movements, index % each) ? (shown?.frames[index] ?? frame) : frame;
  });
  return { still: before.still, frames };
}

function drawAnswer(action: ChallengeAction, face: LocatedFace, seed: number): RasterImage {
  if (action === 'BLINK') return closeEyes(face.image, face.landmarks, 1);
  const head = { movements: [action], isHead: true, seed, name: 'answer' };
  const { frames } = perform(head, sceneOf(face, seed));
  return frames[6]?.image ?? face.image;
}

function paperOf(face: LocatedFace, image: RasterImage, seed: number): Scene {
  const paper = makePrint(face, { bend: 0, isCutOut: false });
  const texture = printPhotograph(face, image, seed);
  return { sheet: { ...paper, texture }, face, background: drawWall(face.image) };
}
