import { beforeAll, describe, expect, it } from 'vitest';
import type { ChallengeAction } from '../../contract/challenge.js';
import { createFaceFinder } from '../face/face-finder.js';
import { createFaceLocator } from '../face/face-locator.js';
import { locateMainFace, type LocatedFace } from '../face/locate-main-face.js';
import { decodeImage } from '../image/decode-image.js';
import { cropSpecimenFace } from '../specimen/specimen-faces.js';
import { createWeightStore } from '../weights/weight-store.js';
import { createChallengeAssessor, type ChallengeAssessor } from './challenge-assessor.js';
import { drawMoments, record, type Recording } from './generator/draw-sequence.js';
import { drawWall, makeHead, makePrint } from './generator/make-sheets.js';
import { RESTING_POSE, type SheetPose } from './generator/sheet-pose.js';

const RISE = [0, 0.35, 0.7, 1, 1, 0.6];

describe('createChallengeAssessor', () => {
  let assessor: ChallengeAssessor;
  let face: LocatedFace;
  let other: LocatedFace;

  beforeAll(async () => {
    const weights = createWeightStore();
    assessor = await createChallengeAssessor(weights, await createFaceLocator(weights));
    const finder = await createFaceFinder(weights);
    const locate = async (photo: 1 | 2, index: number) => {
      const bytes = await cropSpecimenFace(weights, { photo, face: index, margin: 0.8 });
      return (await locateMainFace(finder, await decodeImage(bytes))).face!;
    };
    face = await locate(1, 2);
    other = await locate(1, 1);
  }, 60_000);

  const film = async (
    of: LocatedFace,
    isPrint: boolean,
    ...poses: readonly ((share: number) => Partial<SheetPose>)[]
  ) => {
    const scene = {
      face: of,
      sheet: isPrint ? makePrint(of, { bend: 0, isCutOut: false }) : makeHead(of),
      background: isPrint ? drawWall(of.image) : of.image,
    };
    const moments = poses.flatMap((pose) =>
      RISE.map((share) => ({ pose: { ...RESTING_POSE, ...pose(share) }, closure: 0 })),
    );
    return await record(drawMoments(scene, moments, 7), 7);
  };

  const assess = async (action: ChallengeAction, recording: Recording) =>
    await assessor.assess({ action, ...recording });

  it('takes a head that turns, to the side it was asked to', async () => {
    const turned = await film(face, false, (share) => ({ yaw: 30 * share }));
    const left = await assess('TURN_LEFT', turned);
    expect(left).toMatchObject({ isAnswered: true });
    expect(left.evidence.views).toHaveLength(7);
    expect(left.signs.every(({ isSpoof }) => !isSpoof)).toBe(true);
    expect(await assess('TURN_RIGHT', turned)).toMatchObject({ isAnswered: false });
  });

  it('takes two movements in the order they were asked for, from one person', async () => {
    const turn = (share: number) => ({ yaw: 30 * share });
    const nod = (share: number) => ({ pitch: -20 * share });
    const rest = () => ({});
    const made = await film(face, false, turn, rest, nod);
    const asked = { action: 'TURN_LEFT', then: 'NOD' } as const;
    expect(await assessor.assess({ ...asked, ...made })).toMatchObject({ isAnswered: true });
    const swapped = { action: 'NOD', then: 'TURN_LEFT' } as const;
    expect(await assessor.assess({ ...swapped, ...made })).toMatchObject({ isAnswered: false });
    expect(await assess('NOD', made)).toMatchObject({ isAnswered: false });
    const { frames: foreign } = await film(other, false, turn, rest, nod);
    const frames = made.frames.map((frame, at) => (at < 12 ? frame : foreign[at]!));
    const { signs } = await assessor.assess({ ...asked, still: made.still, frames });
    expect(signs.find(({ name }) => name === 'another-person')?.isSpoof).toBe(true);
  });

  it('does not take a print that is turned in the hand', async () => {
    const print = await film(face, true, (share) => ({ yaw: 40 * share }));
    const assessment = await assess('TURN_LEFT', print);
    expect(assessment.isAnswered).toBe(false);
    const movement = assessment.evidence.criteria.find(({ name }) => name === 'movement');
    expect(movement?.isMet).toBe(false);
  });

  it('finds that another person made the movement', async () => {
    const { still } = await film(face, false, () => ({}));
    const { frames } = await film(other, false, (share) => ({ yaw: 30 * share }));
    const { isAnswered, signs } = await assess('TURN_LEFT', { still, frames });
    expect(isAnswered).toBe(false);
    expect(signs.find(({ name }) => name === 'another-person')?.isSpoof).toBe(true);
  });

  it('finds another person in two frames of many, wherever they are', async () => {
    const { still, frames } = await film(face, false, (share) => ({ yaw: 30 * share }));
    const { frames: foreign } = await film(other, false, (share) => ({ yaw: 30 * share }));
    for (const places of [
      [2, 4],
      [3, 5],
    ]) {
      const mixed = frames.map((frame, at) => (places.includes(at) ? foreign[at]! : frame));
      const { signs } = await assess('TURN_LEFT', { still, frames: mixed });
      expect(signs.find(({ name }) => name === 'another-person')?.isSpoof).toBe(true);
    }
  });

  it('does not take a few frames for a movement', async () => {
    const { still, frames } = await film(face, false, (share) => ({ yaw: 30 * share }));
    for (const few of [frames.slice(3, 4), frames.slice(0, 5)]) {
      const { isAnswered, evidence } = await assess('TURN_LEFT', { still, frames: few });
      expect(isAnswered).toBe(false);
      expect(evidence.criteria.find(({ name }) => name === 'face-count')?.isMet).toBe(false);
    }
  });

  it('answers for pictures that show nobody, and for none', async () => {
    const wall = drawWall({ width: 320, height: 240, data: new Uint8Array() });
    const frames = [0, 130].map((atMs) => ({ image: wall, atMs }));
    expect(await assess('BLINK', { still: wall, frames })).toMatchObject({ isAnswered: false });
    expect(await assess('NOD', { still: wall, frames: [] })).toMatchObject({ isAnswered: false });
  });
});
