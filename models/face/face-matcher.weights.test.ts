import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { PORTRAIT } from '../card/measure-portrait.js';
import { decodeImage } from '../image/decode-image.js';
import type { RasterImage } from '../image/raster-image.js';
import { drawSpecimen } from '../specimen/draw-specimen.js';
import { cropSpecimenFace } from '../specimen/specimen-faces.js';
import { createWeightStore, type WeightStore } from '../weights/weight-store.js';
import type { Point } from './face-landmarks.js';
import { createFaceMatcher, type FaceMatcher } from './face-matcher.js';

async function blur({ data, width, height }: RasterImage, sigma: number): Promise<RasterImage> {
  const raw = sharp(data, { raw: { width, height, channels: 3 } });
  return { width, height, data: await raw.blur(sigma).raw().toBuffer() };
}

/** A dark glass on either eye, which are points 36 to 41 and 42 to 47 of the 68. */
function wearDarkGlasses(image: RasterImage, landmarks: readonly Point[]): RasterImage {
  const data = Uint8Array.from(image.data);
  for (const from of [36, 42]) {
    const eye = landmarks.slice(from, from + 6);
    const [xs, ys] = [eye.map(({ x }) => x), eye.map(({ y }) => y)];
    const pad = (Math.max(...xs) - Math.min(...xs)) / 4;
    for (let y = Math.round(Math.min(...ys) - pad); y < Math.max(...ys) + pad; y += 1) {
      const row = y * image.width;
      const start = row + Math.round(Math.min(...xs) - pad);
      data.fill(60, start * 3, (row + Math.round(Math.max(...xs) + pad)) * 3);
    }
  }
  return { ...image, data };
}

/** A card on a desk, with people beside it and, if `isCovered`, a thumb's colour over its portrait. */
async function layOnDesk(
  card: Uint8Array,
  { people = [], isCovered = false }: { people?: readonly Uint8Array[]; isCovered?: boolean },
): Promise<RasterImage> {
  const laid = { left: 60, top: 260, width: 960, height: 605 };
  const desk = { width: 1600, height: 1120, channels: 3, background: '#5b4a3f' } as const;
  const thumb = {
    left: laid.left + Math.round((PORTRAIT.left - 0.02) * laid.width),
    top: laid.top + Math.round((PORTRAIT.top - 0.05) * laid.height),
    width: Math.round(0.21 * laid.width),
    height: Math.round(0.43 * laid.height),
  };
  const skin = { create: { ...thumb, channels: 3, background: '#a87f66' } } as const;
  const beside = people.map(async (face, index) => ({
    input: await sharp(face).resize(460, 460, { fit: 'cover' }).toBuffer(),
    left: 1090,
    top: 60 + index * 520,
  }));
  const picture = await sharp({ create: desk })
    .composite([
      { input: await sharp(card).resize(laid.width, laid.height).toBuffer(), ...laid },
      ...(isCovered ? [{ input: await sharp(skin).png().toBuffer(), ...thumb }] : []),
      ...(await Promise.all(beside)),
    ])
    .jpeg()
    .toBuffer();
  return await decodeImage(picture);
}

describe('createFaceMatcher', () => {
  let weights: WeightStore;
  let matcher: FaceMatcher;
  let specimen: Uint8Array;
  let card: RasterImage;

  const photograph = async (photo: 1 | 2, face: number) =>
    await cropSpecimenFace(weights, { photo, face, margin: 0.5 });
  const crop = async (photo: 1 | 2, face: number, margin = 1) =>
    await decodeImage(await cropSpecimenFace(weights, { photo, face, margin }));

  beforeAll(async () => {
    weights = createWeightStore();
    matcher = await createFaceMatcher(weights);
    const portrait = await cropSpecimenFace(weights, { photo: 1, face: 2, margin: 0.35 });
    specimen = (await drawSpecimen({ seed: 5, portrait })).jpeg;
    card = await decodeImage(specimen);
  });

  it('matches one woman in two photographs', async () => {
    const match = await matcher.match(await crop(1, 2), await crop(2, 1));
    expect(match).toMatchObject({ match: true, verdict: 'PASS', unusable: null });
    expect(match.faceMatchScore).toBeGreaterThan(0.8);
  });

  it('rejects another person at once', async () => {
    const match = await matcher.match(await crop(1, 2), await crop(2, 0));
    expect(match).toMatchObject({ verdict: 'REJECT', reasonCode: 'FACE_MATCH_FAILED' });
  });

  // One light, one camera, about one age: the hardest pairs of different people.
  it.each([
    [1, 0, 1],
    [1, 0, 2],
    [1, 1, 2],
    [2, 0, 1],
    [2, 0, 2],
    [2, 1, 2],
  ] as const)('does not match two women in photograph %i: %i and %i', async (photo, a, b) => {
    const match = await matcher.match(await crop(photo, a, 0.3), await crop(photo, b, 0.3));
    expect(match.match).toBe(false);
    expect(match.verdict).not.toBe('PASS');
  });

  it('tells with one network as well, which describes no more than it', async () => {
    const alone = await createFaceMatcher(weights, { model: 'b' });
    const one = await alone.describe(await crop(1, 2));
    expect(one.face).toMatchObject({ a: null, strength: null });
    expect(one.face?.b).toHaveLength(128);
    expect(alone.compare(one, await alone.describe(await crop(2, 1))).match).toBe(true);
    expect(alone.compare(one, await alone.describe(await crop(2, 0))).match).toBe(false);
  });

  it('sees open eyes, and that dark glasses hide them', async () => {
    const photograph = await crop(2, 1);
    const { eyes, seen } = await matcher.describe(photograph);
    expect(eyes?.left).toBeGreaterThan(0.9);
    expect(eyes?.right).toBeGreaterThan(0.9);
    const covered = await matcher.describe(
      wearDarkGlasses(photograph, seen.located?.landmarks ?? []),
    );
    expect(covered.eyes?.left).toBeLessThan(0.5);
    expect(covered.eyes?.right).toBeLessThan(0.5);
  });

  it('reports the other faces of a picture, and measures the one that it describes', async () => {
    const group = await matcher.describe(await decodeImage(await weights.read('specimen-faces-2')));
    expect(group.seen.others).toHaveLength(3);
    const { quality, seen } = await matcher.describe(await crop(2, 1));
    expect(seen.others.length).toBeLessThan(3);
    expect(quality?.eyeDistancePx).toBeGreaterThan(30);
  });

  it.each([0, 1, 2, 3])('finds the portrait on a card after %i quarter turns', async (quarters) => {
    const turned = await decodeImage(
      await sharp(specimen)
        .rotate(quarters * 90)
        .jpeg()
        .toBuffer(),
    );
    const match = await matcher.matchPortrait(turned, await crop(2, 1));
    expect(match).toMatchObject({ match: true, verdict: 'PASS' });
  });

  it('asks for the card again when it shows no portrait', async () => {
    const blank = await decodeImage((await drawSpecimen({ seed: 5 })).jpeg);
    expect(await matcher.matchPortrait(blank, await crop(2, 1))).toMatchObject({
      faceMatchScore: null,
      match: false,
      verdict: 'RETRY',
      reasonCode: 'KTP_NOT_READABLE',
      unusable: 'a',
    });
  });

  it('takes no face beside the card for a covered portrait, whoever it is', async () => {
    const again = { verdict: 'RETRY', reasonCode: 'KTP_NOT_READABLE', unusable: 'a', match: false };
    for (const faces of [[1], [0], [0, 1]]) {
      const people = await Promise.all(faces.map((face) => photograph(2, face)));
      const covered = await layOnDesk(specimen, { people, isCovered: true });
      expect(await matcher.matchPortrait(covered, await crop(2, 1))).toMatchObject(again);
    }
  });

  it('compares the portrait, and not a face beside the card', async () => {
    const people = [await photograph(2, 0)];
    const match = await matcher.matchPortrait(
      await layOnDesk(specimen, { people }),
      await crop(2, 1),
    );
    expect(match).toMatchObject({ match: true, verdict: 'PASS' });
  });

  it('asks for a picture in which a card can be seen, whatever faces it shows', async () => {
    const match = await matcher.matchPortrait(await crop(1, 2, 0.35), await crop(2, 1));
    expect(match).toMatchObject({ match: false, reasonCode: 'KTP_NOT_READABLE', unusable: 'a' });
  });

  it('scores a face that says too little, and asks for it again whatever the score', async () => {
    const blurred = await blur(await crop(2, 1), 7);
    const match = await matcher.match(await crop(1, 2), blurred);
    expect(match).toMatchObject({ match: false, isInDoubt: true, verdict: 'RETRY' });
    expect(match).toMatchObject({ reasonCode: 'FACE_BLURRY', unusable: 'b' });
    expect(match.faceMatchScore).toEqual(expect.any(Number));
    expect(await matcher.match(blurred, await crop(1, 2))).toMatchObject({ unusable: 'a' });
  });

  it('asks for the selfie again when it shows nobody or several people', async () => {
    const wall = { width: 400, height: 400, data: new Uint8Array(400 * 400 * 3).fill(150) };
    const group = await decodeImage(await weights.read('specimen-faces-2'));
    const nobody = await matcher.matchPortrait(card, wall);
    const several = await matcher.matchPortrait(card, group);
    expect(nobody).toMatchObject({ reasonCode: 'FACE_NOT_FOUND', unusable: 'b' });
    expect(several).toMatchObject({ reasonCode: 'MULTIPLE_FACES', unusable: 'b' });
  });
});
