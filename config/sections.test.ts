import { describe, expect, it } from 'vitest';
import { readConfig } from './read-config.js';
import { apiSettings, codecServerSettings, loggingSettings, storageSettings } from './sections.js';

const { KENALI_PUBLIC_URL, KENALI_TOKEN_GATEWAY_URL } = apiSettings;
const { KENALI_STORAGE_URL, KENALI_STORAGE_PUBLIC_URL } = storageSettings;
const { KENALI_CODEC_UI_ORIGIN } = codecServerSettings;
const origins = {
  KENALI_PUBLIC_URL,
  KENALI_TOKEN_GATEWAY_URL,
  KENALI_STORAGE_URL,
  KENALI_STORAGE_PUBLIC_URL,
  KENALI_CODEC_UI_ORIGIN,
};

const given = (address: string) =>
  Object.fromEntries(Object.keys(origins).map((name) => [name, address]));

describe('a setting that is an origin', () => {
  it.each(['https://kyc.example.com', 'http://127.0.0.1:8080', 'http://[::1]:9000'])(
    'is taken as a browser writes it: %s',
    (address) => {
      expect(readConfig(origins, given(address))).toEqual(given(address));
    },
  );

  it.each([
    'https://kyc.example.com/',
    'https://KYC.example.com',
    'https://kyc.example.com:443',
    'https://kyc.example.com/store',
    'https://kyc.example.com?a=b',
    'https://secret@kyc.example.com',
  ])('is refused as a browser does not write it, by each name: %s', (address) => {
    for (const name of Object.keys(origins)) {
      expect(() => readConfig(origins, given(address))).toThrow(
        `${name} is not valid: give scheme, host and port alone`,
      );
    }
  });

  it.each(['kyc.example.com', 'ftp://kyc.example.com', 'https://'])(
    'is refused where it is no web address: %s',
    (address) => {
      expect(() => readConfig(origins, given(address))).toThrow(/KENALI_PUBLIC_URL is not valid/);
    },
  );
});

describe('a setting with a few values', () => {
  it('is refused with what is allowed, and not with what was given', () => {
    const read = () => readConfig(loggingSettings, { KENALI_LOG_LEVEL: 'trace' });
    expect(read).toThrow(
      'KENALI_LOG_LEVEL is not valid: expected one of debug, info, warn, error, silent.',
    );
    expect(read).not.toThrow(/trace/);
  });
});
