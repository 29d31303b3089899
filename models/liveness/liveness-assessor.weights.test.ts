import { beforeAll, describe, expect, it } from 'vitest';
import { createFaceLocator } from '../face/face-locator.js';
import { decodeImage } from '../image/decode-image.js';
import type { RasterImage } from '../image/raster-image.js';
import { cropSpecimenFace } from '../specimen/specimen-faces.js';
import { createWeightStore, type WeightStore } from '../weights/weight-store.js';
import { createLivenessAssessor, type LivenessAssessor } from './liveness-assessor.js';
import type { TimedFrame } from './timed-frame.js';

/** What a display's stripes leave of a face. */
function ripple(image: RasterImage, { levels = 40, width = 2 } = {}): RasterImage {
  const data = image.data.map((level, at) => {
    const x = Math.floor(at / 3) % image.width;
    return Math.min(Math.max(level + levels * Math.cos(x / width + (at % 3) * 2), 0), 255);
  });
  return { ...image, data };
}

describe('createLivenessAssessor', () => {
  let weights: WeightStore;
  let assessor: LivenessAssessor;

  const assess = async (photo: 1 | 2, face: number, margin: number) =>
    await assessor.assess({
      still: await decodeImage(await cropSpecimenFace(weights, { photo, face, margin })),
      frames: [],
    });

  beforeAll(async () => {
    weights = createWeightStore();
    assessor = await createLivenessAssessor(weights, await createFaceLocator(weights));
  });

  it.each([
    [1, 2],
    [2, 1],
  ] as const)('passes a living person: photograph %i, face %i', async (photo, face) => {
    const assessment = await assess(photo, face, 1);
    expect(assessment).toMatchObject({ live: true, verdict: 'PASS', reasonCode: null });
    expect(assessment.livenessScore).toBeGreaterThan(0.8);
  });

  it('lists every cue with its threshold, and none speaks for a copy', async () => {
    const { signs, face } = await assess(1, 2, 1);
    expect(signs.map(({ name }) => name)).toEqual(['network', 'texture', 'grid']);
    expect(signs.filter(({ isSpoof }) => isSpoof)).toEqual([]);
    expect(face?.width).toBeGreaterThan(48);
  });

  it('weighs the frames of a burst, and leaves out those without a face', async () => {
    const still = await decodeImage(
      await cropSpecimenFace(weights, { photo: 1, face: 2, margin: 1 }),
    );
    const copy = { atMs: 0, image: ripple(still) };
    const wall = { atMs: 120, image: { ...still, data: new Uint8Array(still.data.length) } };
    const score = async (frames: readonly TimedFrame[]) =>
      (await assessor.assess({ still, frames })).livenessScore;
    const alone = await score([]);
    expect(await score([copy, copy])).toBeLessThan(alone!);
    expect(await score([wall])).toBe(alone);
  });

  it('lets no frames clear a still that fails alone', async () => {
    const face = await decodeImage(
      await cropSpecimenFace(weights, { photo: 1, face: 2, margin: 1 }),
    );
    const still = ripple(face, { levels: 60, width: 1.2 });
    const frames = [0, 120, 240, 360].map((atMs) => ({ atMs, image: face }));
    const alone = await assessor.assess({ still, frames: [] });
    const withFrames = await assessor.assess({ still, frames });
    expect(alone.livenessScore).toBeLessThan(0.5);
    expect(withFrames.livenessScore).toBe(alone.livenessScore);
    expect(withFrames).toMatchObject({ live: false, reasonCode: 'LIVENESS_CHECK_FAILED' });
  });

  it('asks for more distance when the face fills the frame', async () => {
    const assessment = await assess(1, 2, 0);
    expect(assessment).toMatchObject({
      live: false,
      verdict: 'RETRY',
      reasonCode: 'FACE_TOO_CLOSE',
      livenessScore: null,
    });
    expect(assessment.face).not.toBeNull();
    expect(assessment.signs).toHaveLength(3);
  });

  it('scores nothing when there is nobody or a group', async () => {
    const wall = { width: 400, height: 400, data: new Uint8Array(400 * 400 * 3).fill(150) };
    const group = await decodeImage(await weights.read('specimen-faces-1'));
    expect(await assessor.assess({ still: wall, frames: [] })).toMatchObject({
      livenessScore: null,
      verdict: 'RETRY',
      reasonCode: 'FACE_NOT_FOUND',
    });
    expect(await assessor.assess({ still: group, frames: [] })).toMatchObject({
      livenessScore: null,
      reasonCode: 'MULTIPLE_FACES',
    });
  });
});
