import { describe, expect, it } from 'vitest';
import { createAreaDirectory } from '../areas/areas.js';
import type { Slot } from '../layout/card-slots.js';
import { readDetails } from './read-details.js';
import { charactersOf } from '../testing/text-lines.js';

const areas = createAreaDirectory([
  { code: '32', name: 'JAWA BARAT' },
  { code: '32.01', name: 'KABUPATEN BOGOR' },
  { code: '32.01.01', name: 'CIBINONG' },
  { code: '32.01.01.1001', name: 'PABUARAN MEKAR' },
  { code: '32.01.01.1002', name: 'PASAR I' },
  { code: '33', name: 'JAWA TENGAH' },
  { code: '33.01.01', name: 'CIBINANG' },
]);

function read(values: Partial<Record<Slot, string>>, confidence = 0.99) {
  const valueOf = (slot: Slot) => charactersOf(values[slot] ?? '', confidence);
  return readDetails(valueOf, null, areas);
}

describe('names and words', () => {
  it.each([
    ['NI`MATUL ANAK AGUNG', "NI'MATUL ANAK AGUNG"],
    ['REKAAN,S.H. ,M.KN.', 'REKAAN, S.H., M.KN.'],
    ['l WAYAN CONTOH', 'I WAYAN CONTOH'],
    ['1 WAYAN C0NTOH', 'I WAYAN CONTOH'],
    ['SITI', 'SITI'],
    ['BUDI CONTOH 7', 'BUDI CONTOH'],
    ['AL-CONTOH', 'AL-CONTOH'],
  ])('reads the name %s as %s', (printed, name) => {
    expect(read({ name: printed }).ktpDetails.name).toBe(name);
  });

  it('takes no other row’s value for a name, a place or an address', () => {
    const shifted = {
      name: 'SOLO, 17-08-1990',
      birth: 'PEREMPUAN',
      address: '003/007',
      kecamatan: 'BELUM KAWIN',
    };
    expect(read(shifted).ktpDetails).toMatchObject({
      name: null,
      placeOfBirth: null,
      address: null,
      kecamatan: null,
    });
  });

  it('returns null and no confidence for a dash or nothing', () => {
    const { ktpDetails, ktpConfidence } = read({ bloodType: '-', religion: '-', address: '' });
    expect(ktpDetails).toMatchObject({
      bloodType: null,
      religion: null,
      address: null,
      name: null,
    });
    expect(ktpConfidence).toEqual({});
  });

  it('keeps the numbers of an address', () => {
    expect(read({ address: 'PERUM CONTOH BLOK C13/19' }).ktpDetails.address).toBe(
      'PERUM CONTOH BLOK C13/19',
    );
    expect(read({ address: 'JL. CONTOH NO, 53' }).ktpDetails.address).toBe('JL. CONTOH NO. 53');
  });
});

describe('closed lists', () => {
  it('snaps a close reading and lowers its confidence', () => {
    const { ktpDetails, ktpConfidence } = read({
      maritalStatus: 'CERAl HIDUR',
      gender: 'PEREMPUAM',
    });
    expect(ktpDetails).toMatchObject({ maritalStatus: 'CERAI HIDUP', gender: 'FEMALE' });
    expect(ktpConfidence.maritalStatus).toBeLessThan(0.95);
  });

  it('keeps what is close to nothing as it was read', () => {
    expect(read({ occupation: 'PENJAGA MERCUSUAR' }).ktpDetails.occupation).toBe(
      'PENJAGA MERCUSUAR',
    );
    expect(read({ gender: 'PRIA' }).ktpDetails.gender).toBeNull();
  });

  it('folds the family register’s statuses onto the card’s', () => {
    expect(read({ maritalStatus: 'KAWIN TERCATAT' }).ktpDetails.maritalStatus).toBe('KAWIN');
  });

  it('reads a nationality with a faint label before it, and a foreign one', () => {
    expect(read({ nationality: 'ANEGARAAN WNI' }).ktpDetails.nationality).toBe('WNI');
    expect(read({ nationality: 'JAPAN' }).ktpDetails.nationality).toBe('JAPAN');
  });

  it.each([
    ['AB', 'AB'],
    ['0', 'O'],
    ['8', 'B'],
    ['B+', 'B'],
    ['X', null],
  ])('reads blood type %s as %s', (printed, type) => {
    expect(read({ bloodType: printed }).ktpDetails.bloodType).toBe(type);
  });
});

describe('numbers', () => {
  it.each([
    ['003/007', '003', '007'],
    ['3/7', '003', '007'],
    ['OO3/0l2', '003', '012'],
    ['0031007', '003', '007'],
    ['003007', '003', '007'],
    ['000/000', '000', '000'],
    ['003', null, null],
    ['-', null, null],
  ])('reads RT/RW %s', (printed, rt, rw) => {
    expect(read({ rtRw: printed }).ktpDetails).toMatchObject({ rt, rw });
  });

  it.each([
    ['JAKARTA, 17-08-1990', 'JAKARTA', '1990-08-17'],
    ['KEPULAUAN SULA,17 08 1990', 'KEPULAUAN SULA', '1990-08-17'],
    ['BUKITTINGG1, O5-05-2OO7', 'BUKITTINGGI', '2007-05-05'],
    ['SOLO, 31-02-1990', 'SOLO', null],
    ['17-08-1990', null, '1990-08-17'],
  ])('parts %s into place and date', (printed, placeOfBirth, dateOfBirth) => {
    expect(read({ birth: printed }).ktpDetails).toMatchObject({ placeOfBirth, dateOfBirth });
  });

  it('reads both kinds of validity', () => {
    expect(read({ validUntil: 'SEUMUR HlDUP' }).ktpDetails.validUntil).toBe('SEUMUR HIDUP');
    expect(read({ validUntil: '13-09-2018' }).ktpDetails.validUntil).toBe('2018-09-13');
  });
});

describe('areas', () => {
  const header = { province: 'JAWA BARAT', city: 'KABUPATEN BOGOR' };

  it('corrects a name within its parent', () => {
    const { ktpDetails } = read(
      { ...header, kecamatan: 'CIBINANG', kelurahan: 'PABUARANMEKAR' },
      0.9,
    );
    expect(ktpDetails).toMatchObject({ kecamatan: 'CIBINONG', kelurahan: 'PABUARAN MEKAR' });
  });

  it('does not correct below a parent that is unknown', () => {
    const { ktpDetails } = read({ ...header, city: 'KABUPATEN ENTAH', kecamatan: 'CIBINANG' }, 0.9);
    expect(ktpDetails.kecamatan).toBe('CIBINANG');
  });

  it('believes a sure reading of a name that is near a listed one', () => {
    const listed = createAreaDirectory([
      { code: '32', name: 'JAWA BARAT' },
      { code: '32.01', name: 'KOTA CONTOH SATU' },
      { code: '32.02', name: 'KOTA CONTOH DUA' },
    ]);
    const valueOf = (slot: Slot) =>
      charactersOf(
        { province: 'JAWA BARAT', city: 'KOTA CONTOH DUO' }[slot === 'city' ? 'city' : 'province'],
        0.99,
      );
    expect(readDetails(valueOf, null, listed).ktpDetails.city).toBe('KOTA CONTOH DUA');
  });

  it('keeps the spaces that were printed when the list has fewer', () => {
    expect(read({ ...header, kecamatan: 'CIBI NONG' }).ktpDetails.kecamatan).toBe('CIBI NONG');
  });
});
