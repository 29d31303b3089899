import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeImage } from '../image/decode-image.js';
import type { RasterImage } from '../image/raster-image.js';
import { drawSpecimen } from '../specimen/draw-specimen.js';
import { cropSpecimenFace } from '../specimen/specimen-faces.js';
import { createWeightStore } from '../weights/weight-store.js';
import { createFaceFinder, type FaceFinder } from './face-finder.js';
import type { Point } from './face-landmarks.js';
import { eyeDistance, type FivePoints } from './five-points.js';
import { markFace } from './locate-main-face.js';
import { createPortraitDetector, type PortraitDetector } from './portrait-detector.js';

const WIDTH_PX = 260;

/** A reflected lamp on the face, and the camera out of focus. */
async function spoil(image: RasterImage, lamp: Point): Promise<RasterImage> {
  const { width, height } = image;
  const data = image.data.map((value, at) => {
    const pixel = Math.floor(at / 3);
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const light = 1.5 * Math.exp(-((x - lamp.x) ** 2 + (y - lamp.y) ** 2) / 30 ** 2);
    return value + (255 - value) * Math.min(light, 1);
  });
  const raw = sharp(data, { raw: { width, height, channels: 3 } });
  return { width, height, data: await raw.blur(3).raw().toBuffer() };
}

function distances(points: FivePoints, truth: FivePoints): number[] {
  return truth.map(({ x, y }, index) => {
    const point = points[index] ?? { x: Infinity, y: Infinity };
    return Math.hypot(point.x - x, point.y - y) / eyeDistance(truth);
  });
}

describe('createPortraitDetector', () => {
  let finder: FaceFinder;
  let detector: PortraitDetector;
  let image: RasterImage;
  /** Of the face before anything is done to it. */
  let points: FivePoints;

  beforeAll(async () => {
    const weights = createWeightStore();
    finder = await createFaceFinder(weights);
    detector = await createPortraitDetector(weights);
    const face = await cropSpecimenFace(weights, { photo: 2, face: 1, margin: 0.6 });
    image = await decodeImage(await sharp(face).resize(WIDTH_PX).jpeg().toBuffer());
    const [box] = await finder.detect(image);
    ({ points } = await markFace(finder, image, box ?? expect.fail('no face')));
  });

  it('puts the five points where the landmarks have them', async () => {
    const [found, ...others] = await detector.detect(image);
    expect(others).toHaveLength(0);
    expect(found?.score).toBeGreaterThan(0.95);
    for (const far of distances(found?.points ?? expect.fail('no face'), points)) {
      expect(far).toBeLessThan(0.15);
    }
  });

  it('sees a face under a lamp and out of focus, which the first detector does not', async () => {
    const spoilt = await spoil(image, points[3]);
    expect(await finder.detect(spoilt)).toHaveLength(0);
    const [found] = await detector.detect(spoilt);
    const [left = 1, right = 1] = distances(found?.points ?? expect.fail('no face'), points);
    expect(Math.max(left, right)).toBeLessThan(0.2);
  });

  it('sees no face in a drawn silhouette', async () => {
    const card = await decodeImage((await drawSpecimen({ seed: 9 })).jpeg);
    expect(await detector.detect(card)).toHaveLength(0);
  });
});
