import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.js';

const required = {
  KENALI_BASE_URL: 'http://127.0.0.1:8080',
  KENALI_PARTNER_CODE: 'SHOP',
  KENALI_CLIENT_ID: 'client',
  KENALI_PASS_KEY: 'pass',
  KENALI_CALLBACK_SECRET: 'whsec_one',
};

describe('the settings of the sample partner', () => {
  it('need neither sandbox nor face credentials', () => {
    expect(readSettings(required)).toMatchObject({ sandbox: null, face: null, port: 8090 });
  });

  it('take two secrets while one is changed, and that of the face partner', () => {
    const { callbackSecrets } = readSettings({
      ...required,
      KENALI_CALLBACK_SECRET: 'whsec_one whsec_two',
      PARTNER_FACE_CALLBACK_SECRET: 'whsec_face',
    });
    expect(callbackSecrets).toEqual(['whsec_one', 'whsec_two', 'whsec_face']);
  });

  it('make accounts of the further credentials', () => {
    const settings = readSettings({
      ...required,
      PARTNER_SANDBOX_CLIENT_ID: 'sandbox',
      PARTNER_SANDBOX_PASS_KEY: 'key',
      PARTNER_FACE_CLIENT_ID: 'face',
      PARTNER_FACE_PASS_KEY: 'key',
    });
    expect(settings.sandbox).toMatchObject({ partnerCode: 'SHOP', clientId: 'sandbox' });
    expect(settings.face).toMatchObject({ partnerCode: 'DEMO_FACE', clientId: 'face' });
  });

  it('name what is wrong and never its value', () => {
    const bad = { ...required, KENALI_CALLBACK_SECRET: 'not-a-secret', KENALI_PASS_KEY: '' };
    const read = () => readSettings(bad);
    expect(read).toThrow(
      /KENALI_PASS_KEY.*KENALI_CALLBACK_SECRET|KENALI_CALLBACK_SECRET.*KENALI_PASS_KEY/,
    );
    expect(read).not.toThrow(/not-a-secret/);
  });
});
