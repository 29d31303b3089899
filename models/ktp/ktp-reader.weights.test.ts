import { beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { decodeImage } from '../image/decode-image.js';
import { drawSpecimen } from '../specimen/draw-specimen.js';
import type { SpecimenCondition } from '../specimen/specimen-condition.js';
import type { WeightName } from '../weights/manifest.js';
import { createWeightStore, type WeightStore } from '../weights/weight-store.js';
import { createKtpReader, type KtpReader } from './ktp-reader.js';

let reader: KtpReader;

beforeAll(async () => {
  reader = await createKtpReader(createWeightStore());
});

/** A receipt: text in lines, none of it the card's. */
async function drawReceipt(): Promise<Uint8Array> {
  const rows = ['TOKO CONTOH', 'Kopi susu 2 x 18.000', 'Roti bakar 1 x 22.000', 'Jumlah 58.000'];
  const text = rows
    .map((row, at) => `<text x="80" y="${String(120 + at * 80)}">${row}</text>`)
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="white"/><g font-family="sans-serif" font-size="44">${text}</g></svg>`;
  return await sharp(Buffer.from(svg)).jpeg().toBuffer();
}

describe('reading a drawn card', () => {
  it.each<SpecimenCondition>(['photo', 'rotated-90', 'rotated-180'])(
    'reads every field of a %s specimen',
    async (condition) => {
      const { jpeg, truth } = await drawSpecimen({ seed: 7, condition });
      const reading = await reader.read(await decodeImage(jpeg));
      expect(reading.ktpDetails).toEqual(truth);
      expect(reading).toMatchObject({ isKtp: true, verdict: 'PASS', reasonCode: null });
      expect(reading.ktpConfidence.nik).toBeGreaterThan(0.9);
      expect(new Set(Object.values(reading.documentQuality))).toEqual(new Set(['PASS']));
    },
  );

  it('reads a card that fills a fifth of the picture’s width', async () => {
    const { jpeg, truth } = await drawSpecimen({ seed: 8, condition: 'flat' });
    const card = await sharp(jpeg).resize(700).toBuffer();
    const far = await sharp({
      create: { width: 3600, height: 2700, channels: 3, background: '#654' },
    })
      .composite([{ input: card, left: 1900, top: 1300 }])
      .jpeg()
      .toBuffer();
    const { ktpDetails } = await reader.read(await decodeImage(far));
    expect(ktpDetails).toMatchObject({ nik: truth.nik, name: truth.name });
  });

  it('asks for a sharper picture of a card that is blurred beyond reading', async () => {
    const { jpeg } = await drawSpecimen({ seed: 7, condition: 'photo' });
    const blurred = await sharp(jpeg).blur(9).jpeg().toBuffer();
    const reading = await reader.read(await decodeImage(blurred));
    expect(reading).toMatchObject({ verdict: 'RETRY', reasonCode: 'KTP_BLURRY' });
  });
});

describe('reading with some of the networks', () => {
  /** Our weights, and the names of those that were asked for. */
  function recordWeights(): { readonly weights: WeightStore; readonly asked: string[] } {
    const [store, asked] = [createWeightStore(), [] as string[]];
    const note = (name: WeightName) => {
      asked.push(name);
      return name;
    };
    const weights: WeightStore = {
      ...store,
      read: async (name) => await store.read(note(name)),
      path: async (name) => await store.path(note(name)),
    };
    return { weights, asked };
  }

  it('reads a card by its own recogniser alone, without weights of a general one', async () => {
    const { weights, asked } = recordWeights();
    const own = await createKtpReader(weights, { model: 'own' });
    const { jpeg, truth } = await drawSpecimen({ seed: 7, condition: 'photo' });
    const { ktpDetails, verdict } = await own.read(await decodeImage(jpeg));
    expect(ktpDetails).toEqual(truth);
    expect(verdict).toBe('PASS');
    expect(asked.filter((name) => name.startsWith('text-recogniser'))).toEqual([]);
  });

  it.each(['general-small', 'general-tiny'] as const)('reads by %s alone', async (model) => {
    const { weights, asked } = recordWeights();
    const general = await createKtpReader(weights, { model });
    const { jpeg, truth } = await drawSpecimen({ seed: 7, condition: 'flat' });
    const { ktpDetails } = await general.read(await decodeImage(jpeg));
    expect(ktpDetails).toMatchObject({ nik: truth.nik, name: truth.name });
    const network = model.replace('general', 'text-recogniser');
    expect(new Set(asked.filter((name) => name.startsWith('text-recogniser')))).toEqual(
      new Set([network, `${network}-characters`]),
    );
  });
});

describe('refusing what is no card', () => {
  it('refuses another document', async () => {
    const reading = await reader.read(await decodeImage(await drawReceipt()));
    expect(reading).toMatchObject({ isKtp: false, verdict: 'RETRY', reasonCode: 'NOT_EKTP' });
    expect(new Set(Object.values(reading.ktpDetails))).toEqual(new Set([null]));
  });

  it('finds nothing on an empty desk', async () => {
    const desk = { width: 800, height: 600, data: new Uint8Array(800 * 600 * 3).fill(140) };
    const reading = await reader.read(desk);
    expect(reading).toMatchObject({ isKtp: false, verdict: 'RETRY', reasonCode: 'KTP_NOT_FOUND' });
    expect(reading.documentQuality).toEqual({});
  });
});
