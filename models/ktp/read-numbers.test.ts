import { describe, expect, it } from 'vitest';
import { readDate, readRtRw } from './read-numbers.js';
import { charactersOf } from './testing/text-lines.js';

describe('dates', () => {
  it('takes the other digit that was seen where the first makes no date', () => {
    const characters = charactersOf('17-78-1990').map((read, at) =>
      at === 3 ? { ...read, alternatives: [{ character: '0', confidence: 0.3 }] } : read,
    );
    expect(readDate(characters)).toMatchObject({
      value: '1990-08-17',
      reason: 'CHOSEN',
      distance: 1,
      confidence: 0.3,
    });
    expect(readDate(charactersOf('17-78-1990'))).toBeNull();
  });

  it('leaves a date alone that is one', () => {
    const characters = charactersOf('17-08-1990').map((read) => ({
      ...read,
      alternatives: [{ character: '1', confidence: 0.4 }],
    }));
    expect(readDate(characters)).toMatchObject({ value: '1990-08-17', reason: 'AS_READ' });
  });
});

describe('RT and RW', () => {
  it('keeps the side that is readable when the slash is', () => {
    const { rt, rw } = readRtRw(charactersOf('003/-'));
    expect(rt?.value).toBe('003');
    expect(rw).toBeNull();
  });

  it('leaves out a watermark behind them', () => {
    const { rt, rw } = readRtRw(charactersOf('035/005 E-WALLET 09-01-2022'));
    expect([rt?.value, rw?.value]).toEqual(['035', '005']);
  });

  it('makes nothing of two slashes', () => {
    expect(readRtRw(charactersOf('003/007/1'))).toEqual({ rt: null, rw: null });
  });
});
