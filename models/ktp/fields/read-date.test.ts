import { describe, expect, it } from 'vitest';
import { arbitrateDateOfBirth, readDate, YEARS_OF_ISSUE } from './read-date.js';
import { charactersOf, scoresFor } from '../testing/text-lines.js';

describe('dates', () => {
  it('are the likeliest day where what was read is none', () => {
    const read = charactersOf('17-78-1990', 0.9);
    const date = readDate(read, scoresFor('17-78-1990', { 3: ['0', 0.3] }));
    expect(date).toMatchObject({ value: '1990-08-17', reason: 'CHOSEN', distance: 1 });
    expect(date?.choice?.penalty).toBeCloseTo(Math.log(0.69 / 0.3), 1);
  });

  it('stay as read where that is the likeliest day', () => {
    const date = readDate(
      charactersOf('17-08-1990', 0.9),
      scoresFor('17-08-1990', { 1: ['1', 0.4] }),
    );
    expect(date).toMatchObject({ value: '1990-08-17', reason: 'AS_READ', distance: 0 });
    expect(date?.choice?.margin).toBeCloseTo(Math.log(0.59 / 0.4), 1);
  });

  it('are none where no day is likely', () => {
    expect(readDate(charactersOf('17-78-1990', 0.9), scoresFor('17-78-1990'))).toBeNull();
    expect(readDate(charactersOf('17-78-1990', 0.9))).toBeNull();
  });

  it('stay as surely read, and are read from the text where no scores are told', () => {
    const scores = scoresFor('17-08-1990', { 1: ['1', 0.6] });
    expect(readDate(charactersOf('17-08-1990', 0.99), scores)?.value).toBe('1990-08-17');
    expect(readDate(charactersOf('17-08-1990', 0.9))).toMatchObject({ value: '1990-08-17' });
  });

  it('of issue are not before the first card', () => {
    const read = charactersOf('17-08-2006', 0.9);
    const scores = scoresFor('17-08-2006', { 8: ['1', 0.2] });
    expect(readDate(read, scores)?.value).toBe('2006-08-17');
    expect(readDate(read, scores, YEARS_OF_ISSUE)?.value).toBe('2016-08-17');
  });
});

describe('the date of birth beside the NIK', () => {
  const nik = '3201011708900001';
  const see = (probability: number) =>
    readDate(charactersOf('11-08-1990', 0.9), scoresFor('11-08-1990', { 1: ['7', probability] }));

  it('is the one that the NIK carries where both may be printed', () => {
    expect(arbitrateDateOfBirth(see(0.2), nik)).toMatchObject({
      value: '1990-08-17',
      reason: 'CHOSEN_BY_DATE',
      distance: 1,
    });
  });

  it('stays where another was surely read', () => {
    expect(arbitrateDateOfBirth(see(0.0001), nik)?.value).toBe('1990-08-11');
    expect(arbitrateDateOfBirth(see(0.2), null)?.value).toBe('1990-08-11');
  });
});
