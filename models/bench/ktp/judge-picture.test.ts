import { describe, expect, it } from 'vitest';
import { judgePicture, type EngineReading } from './judge-picture.js';
import type { LabelledPicture } from './labelled-picture.js';

const picture: LabelledPicture = {
  path: '/a.jpg',
  file: 'a.jpg',
  condition: 'flat',
  isKtp: true,
  truth: { nik: '3171011708900001', name: 'BUDI CONTOH', bloodType: null },
};
const reading: EngineReading = {
  isKtp: true,
  details: { nik: '3171011708900001', name: 'Budi  Contoh', bloodType: null, city: 'KOTA X' },
  confidence: { nik: 0.99, name: 0.8 },
  lines: ['3171011708900001'],
  ms: 10,
  cpuMs: 20,
  peakRssMib: 300,
};

describe('judgePicture', () => {
  it('judges the labelled fields alone, but for case and white space to the letter', () => {
    const { fields } = judgePicture(picture, reading);
    expect(fields.map(({ field, isExact }) => [field, isExact])).toEqual([
      ['nik', true],
      ['name', true],
      ['bloodType', true],
    ]);
  });

  it('counts a wrong letter, a missing value and a value where none is printed', () => {
    const details = { nik: null, name: 'BUDI C0NTOH', bloodType: 'A' };
    const { fields } = judgePicture(picture, { ...reading, details });
    expect(fields.map(({ isExact, errors }) => [isExact, errors])).toEqual([
      [false, 16],
      [false, 1],
      [false, 1],
    ]);
  });

  it('makes every field of a failed picture wrong, the blank ones too', () => {
    const judged = judgePicture(picture, { failure: 'crashed', ms: 5 });
    expect(judged).toMatchObject({ failure: 'crashed', wasReadAsKtp: false, ms: 5 });
    expect(judged.fields.map(({ isExact, errors }) => [isExact, errors])).toEqual([
      [false, 16],
      [false, 11],
      [false, 0],
    ]);
    expect(judged.fields.map((field) => field.isAnywhere)).toEqual([false, false, null]);
  });

  it('tells what stands anywhere on the card from what was placed', () => {
    const anywhere = (lines: readonly string[] | undefined) =>
      judgePicture(picture, { ...reading, lines }).fields.map((field) => field.isAnywhere);
    expect(anywhere(reading.lines)).toEqual([true, false, null]);
    expect(anywhere(undefined)).toEqual([null, null, null]);
  });

  it('has no confidence for what was not read', () => {
    const { fields } = judgePicture(picture, { ...reading, details: { name: 'BUDI CONTOH' } });
    expect(fields.map(({ confidence }) => confidence)).toEqual([null, 0.8, null]);
  });
});
