import { describe, expect, it } from 'vitest';
import { isAnywhere } from './find-anywhere.js';

describe('isAnywhere', () => {
  const lines = [
    'NIK',
    ':3171011708900001',
    'Nama:BUDI CONTOH',
    '17-08-1990',
    ': 003/007',
    'PEREMPUAN',
  ];

  it('finds a value in whichever line, without its spaces and signs', () => {
    expect(isAnywhere('nik', { nik: '3171011708900001' }, lines)).toBe(true);
    expect(isAnywhere('name', { name: 'BUDI, CONTOH' }, lines)).toBe(true);
    expect(isAnywhere('name', { name: 'BUDI MISAL' }, lines)).toBe(false);
  });

  it('looks for dates, the gender and the neighbourhood as they are printed', () => {
    expect(isAnywhere('dateOfBirth', { dateOfBirth: '1990-08-17' }, lines)).toBe(true);
    expect(isAnywhere('gender', { gender: 'FEMALE' }, lines)).toBe(true);
    expect(isAnywhere('gender', { gender: 'MALE' }, lines)).toBe(false);
    expect(isAnywhere('rt', { rt: '003', rw: '007' }, lines)).toBe(true);
    expect(isAnywhere('rt', { rt: '001', rw: '708' }, lines)).toBe(false);
  });

  it('says nothing of blanks and of the one letter of a blood type', () => {
    expect(isAnywhere('address', { address: null }, lines)).toBeNull();
    expect(isAnywhere('bloodType', { bloodType: 'A' }, lines)).toBeNull();
  });
});
