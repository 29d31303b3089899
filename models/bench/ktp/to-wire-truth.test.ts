import { describe, expect, it } from 'vitest';
import { normaliseValue, toWireTruth } from './to-wire-truth.js';

describe('toWireTruth', () => {
  it('maps printed names and words to those of the wire', () => {
    const { truth, unknownNames } = toWireTruth({
      birthPlace: 'BANDUNG',
      birthDate: '13-09-1955',
      gender: 'PEREMPUAN',
      bloodType: 'AB+',
      rtRw: '003/007',
      citizenship: 'WNI',
      maritalStatus: 'KAWIN TERCATAT',
      validUntil: 'SEUMUR HIDUP',
      province: 'PROVINSI JAWA BARAT',
      issuedAt: 'BANDUNG',
      issuedOn: '01-02-2013',
    });
    expect(unknownNames).toEqual([]);
    expect(truth).toEqual({
      placeOfBirth: 'BANDUNG',
      dateOfBirth: '1955-09-13',
      gender: 'FEMALE',
      bloodType: 'AB',
      rt: '003',
      rw: '007',
      nationality: 'WNI',
      maritalStatus: 'KAWIN',
      validUntil: 'SEUMUR HIDUP',
      province: 'JAWA BARAT',
      placeOfIssue: 'BANDUNG',
      dateOfIssue: '2013-02-01',
    });
  });

  it('takes wire names and values as they are', () => {
    const wire = { placeOfBirth: 'BANDUNG', dateOfBirth: '1955-09-13', gender: 'MALE', rt: '001' };
    expect(toWireTruth(wire).truth).toEqual(wire);
  });

  it('knows a printed dash and a blank as no value, and leaves out what was not labelled', () => {
    const { truth } = toWireTruth({ bloodType: '-', address: '', rtRw: '-', name: null });
    expect(truth).toEqual({ bloodType: null, address: null, rt: null, rw: null, name: null });
  });

  it('names what is no field instead of dropping it', () => {
    expect(toWireTruth({ nik: '1', birthplace: 'BANDUNG' }).unknownNames).toEqual(['birthplace']);
  });
});

it('forgives case and white space and nothing else', () => {
  expect(normaliseValue(' Jl.  Contoh \n1 ')).toBe('JL. CONTOH 1');
  expect(normaliseValue('JL CONTOH 1')).not.toBe(normaliseValue('JL. CONTOH 1'));
  expect(normaliseValue(' - ')).toBeNull();
});
