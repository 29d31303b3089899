import { describe, expect, it } from 'vitest';
import { createAreaDirectory } from './areas/areas.js';
import { readCalibration } from './confidence/calibration.js';
import type { Slot } from './layout/card-slots.js';
import { interpretCard } from './interpret-card.js';
import { judgeReading } from './judge-reading.js';
import { charactersOf } from './testing/text-lines.js';
import { KTP_THRESHOLDS } from './thresholds.js';

const areas = createAreaDirectory([
  { code: '32', name: 'JAWA BARAT' },
  { code: '32.01', name: 'KABUPATEN BOGOR' },
]);
/** As on generated cards with one fault. */
const PRINT = { sharpness: 0.4, sharpnessAcross: 0.4, contrast: 75, lineHeight: 28, paper: 200 };

const CARD: Partial<Record<Slot, string>> = {
  nik: '3201011708900001',
  name: 'BUDI CONTOH',
  birth: 'BOGOR, 17-08-1990',
  gender: 'LAKI-LAKI',
  province: 'JAWA BARAT',
  city: 'KABUPATEN BOGOR',
};

/** From the characters of a card to the verdict, by the networks' own calibration. */
function judgeNik(nik: string, confidence = 0.9995) {
  const slots = Object.entries({ ...CARD, nik }) as [Slot, string][];
  const read = new Map(
    slots.map(([slot, text]) => [slot, charactersOf(text, slot === 'nik' ? confidence : 0.9995)]),
  );
  const card = interpretCard(
    { surer: read, other: read, scores: new Map() },
    {
      areas,
      today: { west: '2026-11-23', east: '2026-11-23' },
      print: PRINT,
      calibration: readCalibration('own-and-general'),
    },
  );
  const seen = {
    isKtp: true,
    hasLabel: true,
    sureLines: 30,
    placement: 'PLACED' as const,
    signs: [],
  };
  return judgeReading({ ...card, ...seen }, KTP_THRESHOLDS);
}

const REJECTED = { verdict: 'REJECT', reasonCode: 'NIK_INVALID' };
const AGAIN = { verdict: 'RETRY', reasonCode: 'KTP_NOT_READABLE' };

describe('a NIK on a clear picture', () => {
  it.each([
    ['can exist', '3201011708900001'],
    ['has another date than the print', '3201010101910001'],
  ])('passes when it %s', (_, nik) => {
    expect(judgeNik(nik)).toEqual({ verdict: 'PASS', reasonCode: null });
  });

  it.each([
    ['a day that no month has', '3201019908900001'],
    ['a month that no year has', '3201011799900001'],
    ['a province that is none', '0001011708900001'],
    ['a serial that is none', '3201011708900000'],
  ])('is rejected for %s', (_, nik) => {
    expect(judgeNik(nik)).toEqual(REJECTED);
  });

  it.each([
    ['of the month', '3201011788900001'],
    ['of the day', '3201017708900001'],
    ['of the province', '4201011708900001'],
  ])('is asked for again where one misread digit %s may be why', (_, nik) => {
    expect(judgeNik(nik)).toEqual(AGAIN);
  });

  it('is asked for again where a digit is not sure', () => {
    expect(judgeNik('3201011799900001', 0.9)).toEqual(AGAIN);
  });
});
