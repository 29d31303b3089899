import { describe, expect, it } from 'vitest';
import type { KtpDetails } from '../../../contract/ktp-details.js';
import { createAreaDirectory } from '../areas/areas.js';
import { crossCheck } from './cross-check.js';
import { indonesianDayOf } from './indonesian-day.js';
import { BLANK_DETAILS } from '../fields/read-details.js';

const areas = createAreaDirectory([
  { code: '31', name: 'DKI JAKARTA' },
  { code: '31.75', name: 'JAKARTA TIMUR' },
  { code: '31.75.01', name: 'MATRAMAN' },
  { code: '31.75.01.1001', name: 'PISANGAN BARU' },
  { code: '32', name: 'JAWA BARAT' },
  { code: '32.01', name: 'KABUPATEN BOGOR' },
  { code: '93', name: 'PAPUA SELATAN' },
  { code: '93.01', name: 'KABUPATEN MERAUKE' },
  { code: '91', name: 'PAPUA' },
  { code: '65', name: 'KALIMANTAN UTARA' },
  { code: '65.71', name: 'KOTA TARAKAN' },
]);

const CARD: KtpDetails = {
  ...BLANK_DETAILS,
  nik: '3175015708900001',
  name: 'CONTOH',
  dateOfBirth: '1990-08-17',
  gender: 'FEMALE',
  rt: '001',
  rw: '002',
  province: 'DKI JAKARTA',
  city: 'JAKARTA TIMUR',
  kecamatan: 'MATRAMAN',
  kelurahan: 'PISANGAN BARU',
  nationality: 'WNI',
  validUntil: 'SEUMUR HIDUP',
  placeOfIssue: 'JAKARTA TIMUR',
  dateOfIssue: '2014-03-02',
};

const NOON = '2026-11-22T12:00:00+07:00';
const today = indonesianDayOf(new Date(NOON));

function check(change: Partial<KtpDetails> = {}, moment = NOON) {
  return crossCheck({ ...CARD, ...change }, { areas, today: indonesianDayOf(new Date(moment)) });
}

describe('cross-checks of one card', () => {
  it('passes all of a card that agrees with itself', () => {
    const found = crossCheck(CARD, { areas, today, portraitBackground: 'BLUE' });
    expect(Object.keys(found)).toHaveLength(12);
    expect(new Set(Object.values(found))).toEqual(new Set(['PASS']));
  });

  it('says nothing of what was not read', () => {
    expect(crossCheck(BLANK_DETAILS, { areas, today })).toEqual({});
    expect(check({ city: null })).not.toHaveProperty('nikArea');
    expect(check({ kelurahan: null })).not.toHaveProperty('areaChain');
    expect(check()).not.toHaveProperty('portraitBackground');
  });

  it('fails nothing but a NIK that cannot exist', () => {
    const impossible = check({ nik: '3175017708900001' });
    expect(impossible.nikForm).toBe('FAIL');
    expect(impossible).not.toHaveProperty('nikBirthDate');
    const strange = check({
      nik: '3201010101800001',
      dateOfBirth: '2024-01-01',
      gender: 'MALE',
      kelurahan: 'ENTAH',
      placeOfIssue: 'ENTAH',
      dateOfIssue: '2031-01-01',
      validUntil: '2001-01-01',
      rw: null,
    });
    expect(strange).toEqual({
      nikForm: 'PASS',
      nikBirthDate: 'WARN',
      nikGender: 'PASS',
      nikArea: 'WARN',
      areaChain: 'WARN',
      issueDate: 'WARN',
      validity: 'WARN',
      placeOfIssue: 'WARN',
      age: 'WARN',
      rtRw: 'WARN',
      nationality: 'PASS',
    });
  });
});

describe('the place of issue against the header', () => {
  it.each([
    ['KABUPATEN BOGOR', 'BOGOR', 'PASS'],
    ['KABUPATEN KOTABARU', 'KOTABARU', 'PASS'],
    ['KABUPATEN KOTABARU', 'KOTA BARU', 'PASS'],
    ['KOTA KOTAMOBAGU', 'KOTA MOBAGU', 'PASS'],
    ['KOTA KOTAMOBAGU', 'KOTAMOBAGU', 'PASS'],
    ['KABUPATEN KOTABARU', 'BARU', 'WARN'],
  ] as const)('of %s is %s: %s', (city, placeOfIssue, then) => {
    expect(check({ city, placeOfIssue }).placeOfIssue).toBe(then);
  });
});

describe('the NIK against the print', () => {
  it.each([
    ['the sex of the day', { nik: '3175011708900001' }, 'nikGender'],
    ['a corrected date of birth', { dateOfBirth: '1990-08-18' }, 'nikBirthDate'],
    ['a holder who moved', { nik: '3201015708900001' }, 'nikArea'],
    ['a regency that is in no table', { nik: '3199015708900001' }, 'nikArea'],
  ] as const)('warns of %s', (_, change, name) => {
    expect(check(change)[name]).toBe('WARN');
  });

  it('knows a regency by the number it had', () => {
    const merauke = { province: 'PAPUA SELATAN', city: 'KABUPATEN MERAUKE' };
    expect(check({ ...merauke, nik: '9101015708900001' }).nikArea).toBe('PASS');
    expect(check({ ...merauke, nik: '9301015708900001' }).nikArea).toBe('PASS');
    expect(check({ ...merauke, nik: '9102015708900001' }).nikArea).toBe('WARN');
    const tarakan = { province: 'KALIMANTAN UTARA', city: 'KOTA TARAKAN' };
    expect(check({ ...tarakan, nik: '6473015708900001' }).nikArea).toBe('PASS');
  });

  it('knows a city under the province it was in when the card was printed', () => {
    const old = { province: 'PAPUA', city: 'KABUPATEN MERAUKE', nik: '9101015708900001' };
    expect(check(old).nikArea).toBe('PASS');
  });
});

describe('dates', () => {
  it('does not mind that a citizen’s card is past its date', () => {
    const found = check({ dateOfIssue: '2012-03-02', validUntil: '2017-08-17' });
    expect(found).toMatchObject({ validity: 'PASS', nationality: 'PASS' });
  });

  it.each([
    ['an end that is no birthday', { dateOfIssue: '2012-03-02', validUntil: '2017-08-18' }],
    [
      'an end that is not five years later',
      { dateOfIssue: '2012-03-02', validUntil: '2018-08-17' },
    ],
    ['an end before the issue', { dateOfIssue: '2018-03-02', validUntil: '2017-08-17' }],
  ])('warns of %s', (_, change) => {
    expect(check(change).validity).toBe('WARN');
  });

  it('accepts either day for a birthday on 29 February', () => {
    const leap = { dateOfBirth: '1992-02-29', dateOfIssue: '2012-05-02' };
    expect(check({ ...leap, validUntil: '2017-02-28' }).validity).toBe('PASS');
    expect(check({ ...leap, validUntil: '2017-03-01' }).validity).toBe('PASS');
  });

  it('expects a foreigner’s card to be dated and not past', () => {
    const foreign = { nationality: 'JAPAN', dateOfIssue: '2024-03-02' };
    expect(check({ ...foreign, validUntil: '2029-01-05' })).toMatchObject({
      nationality: 'PASS',
      validity: 'PASS',
    });
    expect(check({ ...foreign, validUntil: '2025-01-05' }).nationality).toBe('WARN');
    expect(check(foreign).nationality).toBe('WARN');
  });

  it.each([
    ['before 2011', { dateOfIssue: '2010-12-31' }],
    ['after today', { dateOfIssue: '2026-11-23' }],
    ['to a child', { dateOfBirth: '1998-03-03', dateOfIssue: '2015-03-02' }],
  ])('warns of a card that was issued %s', (_, change) => {
    expect(check(change).issueDate).toBe('WARN');
  });

  it('counts the 17th birthday as the first of age', () => {
    expect(check({ dateOfBirth: '2009-11-22' }).age).toBe('PASS');
    expect(check({ dateOfBirth: '2009-11-23' }).age).toBe('WARN');
  });

  it('take a card for issued today where it is today', () => {
    const issued = { dateOfIssue: '2026-11-23' };
    expect(check(issued, '2026-11-23T08:30:00+09:00').issueDate).toBe('PASS');
    expect(check(issued, '2026-11-23T00:00:00+09:00').issueDate).toBe('PASS');
    expect(check(issued, '2026-11-22T23:59:59+09:00').issueDate).toBe('WARN');
  });

  it('take a card for past, and a person for of age, when it is so in all of Indonesia', () => {
    const foreign = { nationality: 'JAPAN', dateOfIssue: '2024-03-02', validUntil: '2026-11-22' };
    expect(check(foreign, '2026-11-22T23:59:59+07:00').nationality).toBe('PASS');
    expect(check(foreign, '2026-11-23T00:00:00+07:00').nationality).toBe('WARN');
    const young = { dateOfBirth: '2009-11-22' };
    expect(check(young, '2026-11-22T00:00:00+07:00').age).toBe('PASS');
    expect(check(young, '2026-11-21T23:59:59+07:00').age).toBe('WARN');
  });
});

describe('places', () => {
  it('takes the place of issue with or without the word for the city', () => {
    const bogor = { province: 'JAWA BARAT', city: 'KABUPATEN BOGOR' };
    expect(check({ ...bogor, placeOfIssue: 'BOGOR' }).placeOfIssue).toBe('PASS');
    for (const placeOfIssue of ['KAB. BOGOR', 'KAB.BOGOR', 'KAB BOGOR', 'KABUPATEN BOGOR']) {
      expect(check({ ...bogor, placeOfIssue }).placeOfIssue).toBe('PASS');
      expect(check({ ...bogor, city: placeOfIssue, placeOfIssue: 'BOGOR' }).placeOfIssue).toBe(
        'PASS',
      );
    }
    expect(check({ ...bogor, placeOfIssue: 'DEPOK' }).placeOfIssue).toBe('WARN');
  });

  it('finds a kelurahan only under its own kecamatan', () => {
    expect(check({ kecamatan: 'PULO GADUNG' }).areaChain).toBe('WARN');
  });
});
