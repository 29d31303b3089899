import { describe, expect, it } from 'vitest';
import { readOperatorSettings } from './operator-settings.js';

const storage = {
  KENALI_STORAGE_URL: 'http://store.test:9000',
  KENALI_STORAGE_ACCESS_KEY: 'access',
  KENALI_STORAGE_SECRET_KEY: 'very secret',
};

describe('readOperatorSettings', () => {
  it('leaves every server to npm start where nothing is set', () => {
    expect(readOperatorSettings({}).servers).toEqual({
      databaseUrl: null,
      temporalAddress: null,
      storage: null,
    });
  });

  it('takes an object store with its credentials, reached by phones at the same address', () => {
    expect(readOperatorSettings(storage).servers.storage).toEqual({
      url: 'http://store.test:9000',
      publicUrl: 'http://store.test:9000',
      accessKey: 'access',
      secretKey: 'very secret',
      bucket: 'captures',
    });
  });

  it('refuses an object store without credentials', () => {
    const { KENALI_STORAGE_URL } = storage;
    expect(() => readOperatorSettings({ KENALI_STORAGE_URL })).toThrow(/KENALI_STORAGE_ACCESS_KEY/);
  });

  it('refuses an address that is none, without quoting it', () => {
    const environment = { KENALI_DATABASE_URL: 'password-in-the-wrong-place' };
    expect(() => readOperatorSettings(environment)).toThrow(/KENALI_DATABASE_URL/);
    expect(() => readOperatorSettings(environment)).not.toThrow(/password-in/);
  });
});
