import { beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import type { ReasonCode } from '../../contract/reason-code.js';
import { decodeImage } from '../image/decode-image.js';
import { drawSpecimen } from '../specimen/draw-specimen.js';
import type { SpecimenCondition } from '../specimen/specimen-condition.js';
import { createWeightStore } from '../weights/weight-store.js';
import { createKtpReader, type KtpReader } from './ktp-reader.js';

const SEED = 21;
let reader: KtpReader;

beforeAll(async () => {
  reader = await createKtpReader(createWeightStore());
});

const readings = new Map<SpecimenCondition, ReturnType<typeof drawAndRead>>();

/** Each picture is drawn and read once. */
function read(condition: SpecimenCondition) {
  const reading = readings.get(condition) ?? drawAndRead(condition);
  readings.set(condition, reading);
  return reading;
}

async function drawAndRead(condition: SpecimenCondition) {
  const { jpeg, truth } = await drawSpecimen({ seed: SEED, condition });
  return { truth, ...(await reader.read(await decodeImage(jpeg))) };
}

describe('one card shown well and badly', () => {
  it('passes without a fault when it is shown well', async () => {
    const { verdict, documentQuality, signs } = await read('photo');
    expect(verdict).toBe('PASS');
    expect(signs.filter(({ isFault }) => isFault)).toEqual([]);
    expect(documentQuality).toEqual({
      blur: 'PASS',
      glare: 'PASS',
      obstruction: 'PASS',
      crop: 'PASS',
      photocopy: 'PASS',
      screen: 'PASS',
    });
  });

  it.each<[SpecimenCondition, ReasonCode]>([
    ['blur', 'KTP_BLURRY'],
    ['motion', 'KTP_BLURRY'],
    ['overexposed', 'KTP_OVEREXPOSED'],
    ['cropped', 'KTP_CROPPED'],
    ['glare', 'KTP_GLARE'],
    ['obstructed', 'KTP_OBSTRUCTED'],
  ])('asks for a better picture when it is %s, with %s', async (condition, reasonCode) => {
    expect(await read(condition)).toMatchObject({ verdict: 'RETRY', reasonCode });
  });

  it('asks for more light when it is too dark to read', async () => {
    const { jpeg } = await drawSpecimen({ seed: SEED, condition: 'photo' });
    const night = await sharp(jpeg).linear(0.02, 0).jpeg({ quality: 60 }).toBuffer();
    const reading = await reader.read(await decodeImage(night));
    expect(reading).toMatchObject({ verdict: 'RETRY', reasonCode: 'KTP_DARK' });
  });

  it.each<[SpecimenCondition, ReasonCode]>([
    ['photocopy', 'KTP_PHOTOCOPY'],
    ['screen', 'KTP_SCREEN_CAPTURE'],
  ])('asks for the card itself instead of a %s, with %s, and reads it', async (...row) => {
    const [condition, reasonCode] = row;
    const { truth, ktpDetails, ...judged } = await read(condition);
    expect(judged).toMatchObject({ verdict: 'RETRY', reasonCode });
    expect(ktpDetails.name).toBe(truth.name);
  });
});

describe('values that glare or a finger hides', () => {
  it.each<SpecimenCondition>(['glare', 'obstructed'])(
    'are never sure under %s when they are read wrong',
    async (condition) => {
      const { truth, ktpDetails, ktpConfidence, coverage } = await read(condition);
      expect(coverage.size).toBeGreaterThan(0);
      const details = new Map<string, unknown>(Object.entries(ktpDetails));
      const confidence = new Map(Object.entries(ktpConfidence));
      const sureAndWrong = Object.entries(truth).filter(
        ([field, value]) => details.get(field) !== value && (confidence.get(field) ?? 0) >= 0.9,
      );
      expect(sureAndWrong).toEqual([]);
    },
  );
});
