import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { ChallengeAssessment, ChallengeView } from '../challenge/challenge-assessor.js';
import type { RasterImage } from '../image/raster-image.js';
import { annotateChallenge, describeView } from './annotate-challenge.js';
import { listChallengeRows } from './list-challenge-rows.js';

const picture: RasterImage = {
  width: 120,
  height: 150,
  data: new Uint8Array(120 * 150 * 3).fill(120),
};

/** Two corners of a face, and the tip of the nose in its middle. */
const pointAt = (index: number) =>
  index === 30 ? { x: 60, y: 75 } : index % 2 === 0 ? { x: 40, y: 50 } : { x: 80, y: 100 };

const view = (atMs: number | null, turned: number): ChallengeView => ({
  atMs,
  yaw: 0,
  pitch: 0,
  roll: 0,
  turned,
  nodded: 0,
  growth: 1,
  leftEye: null,
  rightEye: null,
  landmarks: Array.from({ length: 68 }, (_, index) => pointAt(index)),
});

const assessment: ChallengeAssessment = {
  isAnswered: false,
  evidence: {
    criteria: [{ name: 'movement', score: 0.11, threshold: 0.24, isMet: false }],
    views: [view(null, 0), view(0, 0.5)],
  },
  signs: [{ name: 'another-person', score: 0.3, threshold: 0.7, isSpoof: false }],
  timingsMs: { total: 40, find: 30, compare: 10 },
};

it('lists what was needed and what speaks against the answer, each with its limit', () => {
  const texts = listChallengeRows('TURN_LEFT', assessment).map(
    ({ text, value }) => `${text}: ${value ?? ''}`,
  );
  expect(texts).toContain('NOT ANSWERED: ');
  expect(texts).toContain('asked for: TURN_LEFT');
  expect(texts).toContain('movement: 0.11, 0.24');
  expect(texts).toContain('another-person: 0.30, 0.70');
});

it('says of every picture what the action is judged by', () => {
  expect(describeView('TURN_LEFT', view(260, 0.5))).toBe('260 ms: turned +0.50');
  expect(describeView('COME_CLOSER', view(null, 0))).toBe('still: size 1.00');
  expect(describeView('NOD', { ...view(0, 0), yaw: null })).toBe('0 ms: no single face');
});

it('draws still and frame side by side, with an arrow to where the face has turned', async () => {
  const frames = [{ image: picture, atMs: 0 }];
  const png = await annotateChallenge({ action: 'TURN_LEFT', still: picture, frames }, assessment);
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  expect(info.width).toBe(5 * 240 + 500);
  const colourAt = (x: number, y: number) => {
    const at = (y * info.width + x) * info.channels;
    return [...data.subarray(at, at + 3)];
  };
  // Sixty pixels to the right of the nose: the frame has turned that far, the still has not.
  expect(colourAt(240 + 120 + 60, 150)).not.toEqual([120, 120, 120]);
  expect(colourAt(120 + 60, 150)).toEqual([120, 120, 120]);
});
