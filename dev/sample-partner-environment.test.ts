import { describe, expect, it } from 'vitest';
import { readSettings } from '../examples/partner/settings.js';
import { samplePartnerEnvironment } from './sample-partner-environment.js';

const partner = {
  baseUrl: 'http://127.0.0.1:8080',
  partnerCode: 'DEMO',
  clientId: 'client',
  passKey: 'pass',
  callbackSecret: 'whsec_x',
  referenceAuthorization: 'Bearer of the reference image',
  sandboxClientId: 'sandbox-client',
  sandboxPassKey: 'sandbox-pass',
  face: {
    partnerCode: 'DEMO_FACE',
    clientId: 'face-client',
    passKey: 'face-pass',
    callbackSecret: 'whsec_y',
  },
};

describe('the sample partner of npm start', () => {
  it('listens where npm start waits for it, whatever the shell has for another one', () => {
    const shell = { PARTNER_PORT: '9999', PARTNER_PUBLIC_URL: 'https://partner.example' };
    const settings = readSettings({ ...shell, ...samplePartnerEnvironment(partner, 8090) });
    expect(settings).toMatchObject({ port: 8090, publicUrl: 'http://127.0.0.1:8090' });
  });
});
