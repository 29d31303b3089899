import { describe, expect, it } from 'vitest';
import { createAreaDirectory } from './areas.js';
import { findAreas, type AreaNames } from './find-areas.js';

const areas = createAreaDirectory([
  { code: '31', name: 'DKI JAKARTA' },
  { code: '31.01', name: 'KEPULAUAN SERIBU' },
  { code: '31.75', name: 'JAKARTA TIMUR' },
  { code: '31.75.01', name: 'MATRAMAN' },
  { code: '16', name: 'SUMATERA SELATAN' },
  { code: '16.71', name: 'KOTA PALEMBANG' },
  { code: '16.71.06', name: 'ILIR TIMUR DUA' },
  { code: '16.71.06.1007', name: 'SATU ILIR' },
  { code: '16.71.06.1005', name: 'TIGA EMPAT ULU' },
  { code: '16.71.06.1008', name: '19 NOPEMBER' },
  { code: '32', name: 'JAWA BARAT' },
  { code: '32.01', name: 'KABUPATEN BOGOR' },
  { code: '32.71', name: 'KOTA BOGOR' },
  { code: '33', name: 'JAWA TENGAH' },
  { code: '33.01', name: 'KABUPATEN MATRAMAN' },
  { code: '33.01.01', name: 'MATRAMAN' },
  { code: '34', name: 'DAERAH ISTIMEWA YOGYAKARTA' },
  { code: '91', name: 'PAPUA' },
  { code: '93', name: 'PAPUA SELATAN' },
  { code: '93.01', name: 'KABUPATEN MERAUKE' },
]);

function find(names: Partial<Record<keyof AreaNames, string>>) {
  const read = (name: keyof AreaNames) => {
    const text = names[name];
    return text === undefined ? null : { text };
  };
  return findAreas(
    {
      province: read('province'),
      city: read('city'),
      kecamatan: read('kecamatan'),
      kelurahan: read('kelurahan'),
    },
    areas,
  );
}

function codes(names: Partial<Record<keyof AreaNames, string>>) {
  const { province, city, kecamatan } = find(names);
  return [province, city, kecamatan].map((match) => match?.area.code);
}

describe('the areas of a card', () => {
  it('are found within the one above', () => {
    expect(
      codes({ province: 'DKI JAKARTA', city: 'JAKARTA TIMUR', kecamatan: 'MATRAMAM' }),
    ).toEqual(['31', '31.75', '31.75.01']);
    expect(codes({ province: 'JAWA BARAT', city: 'JAKARTA TIMUR', kecamatan: 'MATRAMAN' })).toEqual(
      ['32', undefined, undefined],
    );
  });

  it.each([
    ['DKI JAKARTA', 'KOTA JAKARTA TIMUR', '31.75'],
    ['DKI JAKARTA', 'KOTA ADMINISTRASI JAKARTA TIMUR', '31.75'],
    ['DKI JAKARTA', 'KOTA ADM. JAKARTA TIMUR', '31.75'],
    ['DAERAH KHUSUS IBUKOTA JAKARTA', 'JAKARTA TIMUR', '31.75'],
    ['DKI JAKARTA', 'KABUPATEN ADMINISTRASI KEPULAUAN SERIBU', '31.01'],
    ['DKI JAKARTA', 'KABUPATEN ADM. KEPULAUAN SERIBU', '31.01'],
    ['DKI JAKARTA', 'KAB. ADM. KEPULAUAN SERIBU', '31.01'],
    ['DKI JAKARTA', 'KAB.ADM.KEPULAUAN SERIBU', '31.01'],
    ['DKI JAKARTA', 'KABUPATEN KEPULAUAN SERIBU', '31.01'],
    ['JAWA BARAT', 'KAB. BOGOR', '32.01'],
    ['JAWA BARAT', 'KAB.BOGOR', '32.01'],
    ['JAWA BARAT', 'KAB BOGOR', '32.01'],
    ['JAWA BARAT', 'KOTA BOGOR', '32.71'],
  ])('are known by other names and keep the printed one: %s, %s', (province, city, code) => {
    const found = find({ province, city });
    expect(found.city).toMatchObject({ area: { code, name: city }, distance: 0 });
    expect(found.province?.area.name).toBe(province);
  });

  it.each([
    ['1 ILIR', '16.71.06.1007'],
    ['SATU ILIR', '16.71.06.1007'],
    ['3-4 ULU', '16.71.06.1005'],
    ['19 NOPEMBER', '16.71.06.1008'],
    ['2 ILIR', undefined],
  ])('are found by figures that the list spells out: %s', (kelurahan, code) => {
    const above = { city: 'KOTA PALEMBANG', kecamatan: 'ILIR TIMUR DUA' };
    const found = find({ province: 'SUMATERA SELATAN', ...above, kelurahan }).kelurahan;
    expect(found?.area.code).toBe(code);
    if (found !== null) expect(found).toMatchObject({ area: { name: kelurahan }, distance: 0 });
  });

  it('are found under the province that older cards name', () => {
    expect(codes({ province: 'PAPUA', city: 'KABUPATEN MERAUKE' })).toEqual([
      '91',
      '93.01',
      undefined,
    ]);
  });

  it('are found without a readable province only where no other city is as near', () => {
    expect(codes({ city: 'KABUPATEN MERAUKE' })[1]).toBe('93.01');
    expect(codes({ city: 'KABUPATEN MERAUXE' })[1]).toBe('93.01');
    expect(codes({ city: 'KOTA BOGOX' })[1]).toBe('32.71');
    expect(codes({ city: 'ENTAH' })[1]).toBeUndefined();
  });
});
