import { expect, it } from 'vitest';
import { decodeImage } from '../image/decode-image.js';
import { cropSpecimenFace } from '../specimen/specimen-faces.js';
import { createWeightStore } from '../weights/weight-store.js';
import { createFaceLocator } from './face-locator.js';

it('a picture is looked at once, whoever asks, and another one by itself', async () => {
  const weights = createWeightStore();
  const jpeg = await cropSpecimenFace(weights, { photo: 2, face: 1, margin: 1 });
  const [image, same] = await Promise.all([decodeImage(jpeg), decodeImage(jpeg)]);
  const locator = await createFaceLocator(weights);
  const found = await locator.locate(image);
  expect(found.face?.image).toBe(image);
  expect(await locator.locate(image)).toBe(found);
  const again = await locator.locate(same);
  expect(again).not.toBe(found);
  expect(again.face?.box).toEqual(found.face?.box);
});
