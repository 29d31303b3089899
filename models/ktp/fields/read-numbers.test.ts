import { describe, expect, it } from 'vitest';
import { readRtRw } from './read-numbers.js';
import { charactersOf } from '../testing/text-lines.js';

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
