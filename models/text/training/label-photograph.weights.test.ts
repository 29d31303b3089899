import { beforeAll, expect, it } from 'vitest';
import { decodeImage } from '../../image/decode-image.js';
import { createKtpReader } from '../../ktp/ktp-reader.js';
import { drawSpecimen } from '../../specimen/draw-specimen.js';
import { createWeightStore } from '../../weights/weight-store.js';
import { loadCardNetwork } from '../card-network.js';
import { CARD_LINE_HEIGHT } from '../recognise-card-line.js';
import { createTextRecognisers } from '../text-recogniser.js';
import { labelPhotograph, type Labelling } from './label-photograph.js';

let labelling: Labelling;

beforeAll(async () => {
  const weights = createWeightStore();
  const { classes } = await loadCardNetwork();
  labelling = {
    reader: await createKtpReader(weights, { model: 'own' }),
    general: (await createTextRecognisers(weights, 'general-small')).first,
    glyphs: new Set(classes),
  };
});

it('finds lines of a card to learn from, with what is printed there', async () => {
  const { jpeg, truth } = await drawSpecimen({ seed: 7, condition: 'photo' });
  const lines = await labelPhotograph(await decodeImage(jpeg), labelling);
  const texts = lines.map(({ text }) => text.replace(/^:\s*/, ''));
  expect(texts.length).toBeGreaterThan(10);
  expect(texts).toContain(truth.nik);
  for (const { width, levels, capPx } of lines) {
    expect(levels.length).toBe(width * CARD_LINE_HEIGHT);
    expect(capPx).toBeGreaterThan(5);
  }
});

it('learns nothing from a picture that shows no card', async () => {
  const blank = { width: 640, height: 480, data: new Uint8Array(640 * 480 * 3).fill(200) };
  expect(await labelPhotograph(blank, labelling)).toEqual([]);
});
