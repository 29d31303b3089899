import { describe, expect, it } from 'vitest';
import { editDistance, prefixDistance } from './edit-distance.js';

it('counts insertions, deletions and replacements', () => {
  expect(editDistance('KITTEN', 'SITTING')).toBe(3);
  expect(editDistance('', 'NIK')).toBe(3);
  expect(editDistance('NIK', '')).toBe(3);
});

describe('prefixDistance', () => {
  it('finds the beginning that is nearest, the longest of equal ones', () => {
    expect(prefixDistance('ALAMATJIMERDEKA', 'AIAMAT', 1)).toEqual({ distance: 1, end: 6 });
    expect(prefixDistance('AGAMAAISIAM', 'AGAMA', 1)).toEqual({ distance: 0, end: 5 });
    expect(prefixDistance('NAMMA', 'NAMA', 1)).toEqual({ distance: 1, end: 5 });
  });

  it('says of what is further off only that it is', () => {
    expect(prefixDistance('BUDISANTOSO', 'KECAMATAN', 2).distance).toBeGreaterThan(2);
    expect(prefixDistance('', 'NIK', 0).distance).toBeGreaterThan(0);
  });
});
