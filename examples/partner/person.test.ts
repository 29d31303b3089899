import { describe, expect, it } from 'vitest';
import { describeProblems, maskNik, person } from './person.js';

const good = { nik: '0000000000001234', name: 'SITI REKAAN', dateOfBirth: '1990-01-31' };

describe('what a form says of a person', () => {
  it('is taken when it is complete', () => {
    expect(person.parse({ ...good, name: ' SITI REKAAN ' })).toEqual(good);
  });

  it.each([
    [{ nik: '000000000000123' }, 'nik'],
    [{ nik: '••••••••••••1234' }, 'nik'],
    [{ name: ' ' }, 'name'],
    [{ dateOfBirth: '' }, 'dateOfBirth'],
    [{ dateOfBirth: '1990-02-31' }, 'dateOfBirth'],
    [{ dateOfBirth: '2990-01-31' }, 'dateOfBirth'],
  ])('has a problem with %j', (wrong, field) => {
    const parsed = person.safeParse({ ...good, ...wrong });
    expect(Object.keys(describeProblems(parsed.error!))).toEqual([field]);
  });

  it('is repeated with a masked NIK', () => {
    expect(maskNik(good.nik)).toBe('••••••••••••1234');
  });
});
