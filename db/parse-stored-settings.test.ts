import { describe, expect, it } from 'vitest';
import { partnerSettings } from '../contract/schema/partner-settings.js';
import { parseStoredSettings } from './parse-stored-settings.js';

const defaults = partnerSettings.parse({});

describe('settings that another version has stored', () => {
  it('are read without what is not known, at every level', () => {
    const stored = {
      maxAttempts: 5,
      ofLater: { a: [1] },
      lifetimes: { userToken: 60, ofLater: 1 },
      thresholds: { ofLater: 0.5 },
    };
    expect(parseStoredSettings(stored)).toEqual({
      ...defaults,
      maxAttempts: 5,
      lifetimes: { ...defaults.lifetimes, userToken: 60 },
    });
  });

  it('are at the default where a value is not taken', () => {
    const stored = { resultScreen: 'OF_LATER', maxAttempts: 99, lifetimes: { session: 'long' } };
    expect(parseStoredSettings({ ...stored, allowQr: true })).toEqual({
      ...defaults,
      allowQr: true,
    });
  });

  it('lose the entries of a list that are not taken, and no others', () => {
    const stored = {
      flows: ['OF_LATER', 'KTP_SCAN'],
      ipAllowList: ['192.0.2.0/24', 'of later', '198.51.100.0/24'],
      privateNetworks: ['0.0.0.0/0'],
    };
    expect(parseStoredSettings(stored)).toEqual({
      ...defaults,
      flows: ['KTP_SCAN'],
      ipAllowList: ['192.0.2.0/24', '198.51.100.0/24'],
      privateNetworks: [],
    });
  });

  it.each([
    [{ ipAllowList: ['of later'] }],
    [{ ipAllowList: 'of later' }],
    [{ flows: ['OF_LATER'] }],
    ['of later'],
  ])('are not read where that would lift a restriction: %j', (stored) => {
    expect(() => parseStoredSettings(stored)).toThrow();
  });

  it('may be of a partner that has no IP list', () => {
    expect(parseStoredSettings({ ipAllowList: [], ofLater: 1 })).toEqual(defaults);
  });
});
