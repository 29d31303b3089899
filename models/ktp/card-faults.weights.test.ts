import { beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import type { ReasonCode } from '../../contract/reason-code.js';
import { decodeImage } from '../image/decode-image.js';
import { drawSpecimen } from '../specimen/draw-specimen.js';
import type { SpecimenCondition } from '../specimen/specimen-condition.js';
import { createWeightStore } from '../weights/weight-store.js';
import { createKtpReader, type KtpReader } from './ktp-reader.js';
import { ROWS } from './testing/text-lines.js';

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

/** All that a card says, typed in one column. */
async function drawPage(): Promise<Uint8Array> {
  const header = ['PROVINSI DKI JAKARTA', 'JAKARTA TIMUR'];
  const text = [...header, ...ROWS.map((row) => row.join(' '))]
    .map((line, at) => `<text x="60" y="${String(120 + at * 90)}">${line}</text>`)
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1600"><rect width="900" height="1600" fill="white"/><g font-family="sans-serif" font-size="36">${text}</g></svg>`;
  return await sharp(Buffer.from(svg)).jpeg().toBuffer();
}

describe('the card’s words without the card', () => {
  it('are asked for again on a typed page', async () => {
    const reading = await reader.read(await decodeImage(await drawPage()));
    expect(reading).toMatchObject({ isKtp: true, verdict: 'RETRY', reasonCode: 'KTP_NOT_FOUND' });
    expect(reading.ktpDetails.nik).toBe('3171011708900001');
    expect(reading.ktpConfidence.name).toBeGreaterThan(0.9);
  });

  it('are asked for again where the picture shows the upper lines alone', async () => {
    const { jpeg, truth } = await drawSpecimen({ seed: SEED, condition: 'flat' });
    const { width, height } = await sharp(jpeg).metadata();
    const upper = { left: 0, top: 0, width, height: Math.round(0.39 * height) };
    const reading = await reader.read(
      await decodeImage(await sharp(jpeg).extract(upper).toBuffer()),
    );
    expect(reading).toMatchObject({ isKtp: true, verdict: 'RETRY', reasonCode: 'KTP_CROPPED' });
    expect(reading.ktpDetails).toMatchObject({ nik: truth.nik, dateOfBirth: truth.dateOfBirth });
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
