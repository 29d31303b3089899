import { expect, it } from 'vitest';
import { createFaceFinder } from '../../face/face-finder.js';
import { decodeImage } from '../../image/decode-image.js';
import { loadAreaTable } from '../specimen-area.js';
import { cropSpecimenFace } from '../specimen-faces.js';
import { createWeightStore } from '../../weights/weight-store.js';
import { drawPortraitCard } from './draw-portrait-card.js';

it('prints a person on the card of a seed, the same again and otherwise for another seed', async () => {
  const weights = createWeightStore();
  const image = await decodeImage(
    await cropSpecimenFace(weights, { photo: 2, face: 1, margin: 1 }),
  );
  const finder = await createFaceFinder(weights);
  const [face] = await finder.detect(image);
  const areas = await loadAreaTable();
  const draw = async (seed: number) => await drawPortraitCard(image, face!, { seed, areas });
  const card = await draw(2_000_001);
  expect(await decodeImage(card.jpeg)).toMatchObject({ width: expect.any(Number) as number });
  expect(Buffer.from((await draw(2_000_001)).jpeg).equals(card.jpeg)).toBe(true);
  expect(Buffer.from((await draw(2_000_002)).jpeg).equals(card.jpeg)).toBe(false);
}, 120_000);
