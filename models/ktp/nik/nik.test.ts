import { describe, expect, it } from 'vitest';
import { hasBirthDate, isPossibleNik, readNik } from './nik.js';
import { charactersOf } from '../testing/text-lines.js';

describe('isPossibleNik', () => {
  it.each([
    ['a man', '3171011708900001'],
    ['a woman, whose day carries 40 more', '3171015708900001'],
    ['29 February of a leap year', '9501012902000001'],
    ['a district that is in no list', '3199991708900001'],
  ])('accepts %s', (_, nik) => {
    expect(isPossibleNik(nik)).toBe(true);
  });

  it.each([
    ['a province that does not exist', '4071011708900001'],
    ['month 13', '3171011713900001'],
    ['day 0', '3171010008900001'],
    ['day 32 to 40', '3171013508900001'],
    ['a woman’s day 72', '3171017208900001'],
    ['30 February', '3171013002900001'],
    ['29 February of a common year', '3171012902910001'],
    ['serial 0000', '3171011708900000'],
    ['15 digits', '317101170890001'],
  ])('refuses %s', (_, nik) => {
    expect(isPossibleNik(nik)).toBe(false);
  });
});

describe('readNik', () => {
  it('folds look-alikes and drops the colon and spaces', () => {
    expect(readNik(charactersOf(': 3l7IO1 17O8 9O0OD1'))?.nik).toBe('3171011708900001');
  });

  it('never adds or leaves out a digit', () => {
    expect(readNik(charactersOf('317101170890001'))).toBeNull();
    expect(readNik(charactersOf('31710117089000011'))).toBeNull();
    expect(readNik(charactersOf('317101170890000X'))).toBeNull();
  });

  it('is as sure as its weakest digit', () => {
    const characters = charactersOf('3171011708900001').map((read, index) =>
      index === 4 ? { ...read, confidence: 0.3 } : read,
    );
    expect(readNik(characters)?.confidence).toBe(0.3);
  });
});

describe('hasBirthDate', () => {
  it('compares day, month and year of the century for both sexes', () => {
    expect(hasBirthDate('3171011708900001', '1990-08-17')).toBe(true);
    expect(hasBirthDate('3171015708900001', '1990-08-17')).toBe(true);
    expect(hasBirthDate('3171011708900001', '1990-08-18')).toBe(false);
  });
});
