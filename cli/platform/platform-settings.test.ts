import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformSettingsError, readPlatformSettings } from './platform-settings.js';

const demo = {
  baseUrl: 'http://127.0.0.1:8080',
  partnerCode: 'DEMO',
  clientId: 'demo-client',
  passKey: 'demo-key',
  callbackSecret: 'whsec_AAAA',
};
const configured = {
  KENALI_BASE_URL: 'https://kyc.example',
  KENALI_PARTNER_CODE: 'ACME',
  KENALI_CLIENT_ID: 'acme-client',
  KENALI_PASS_KEY: 'acme-key',
};

describe('platform settings', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kenali-settings-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const read = (environment: Record<string, string>, flags = {}) =>
    readPlatformSettings(flags, { KENALI_STATE_DIR: folder, ...environment }, '/nowhere');
  const writeDemo = () => writeFile(path.join(folder, 'demo-partner.json'), JSON.stringify(demo));

  it('takes the demo partner of the state folder when nothing else is given', async () => {
    await writeDemo();
    await expect(read({})).resolves.toMatchObject({ baseUrl: demo.baseUrl, passKey: 'demo-key' });
  });

  it('prefers the environment to the state folder and options to both', async () => {
    await writeDemo();
    await expect(read(configured)).resolves.toMatchObject({ clientId: 'acme-client' });
    await expect(read(configured, { clientId: 'given' })).resolves.toMatchObject({
      baseUrl: 'https://kyc.example',
      clientId: 'given',
      passKey: 'acme-key',
    });
  });

  it('never completes given credentials with those of the demo partner', async () => {
    await writeDemo();
    const failed = read({ KENALI_CLIENT_ID: 'acme-client' });
    await expect(failed).rejects.toThrow(PlatformSettingsError);
    await expect(failed).rejects.toThrow(/KENALI_PARTNER_CODE.*KENALI_PASS_KEY/);
  });

  it('says how to get going when there is no platform', async () => {
    await expect(read({})).rejects.toThrow(/npm start/);
  });

  it('does not show a damaged demo file', async () => {
    await writeFile(path.join(folder, 'demo-partner.json'), '{"passKey": "half a se');
    await expect(read({})).rejects.toThrow(/^[^{]*is damaged[^{]*$/);
  });
});
