import { describe, expect, it } from 'vitest';
import { readOperatorSettings } from './operator-settings.js';
import { processEnvironments, type PlatformSettings } from './platform-settings.js';
import { readPorts } from './ports.js';
import { statePaths } from './state/state-paths.js';

function settingsFor(environment: Record<string, string>): PlatformSettings {
  const { faceModel, ktpRecogniser } = readOperatorSettings(environment);
  return {
    ports: readPorts({}),
    paths: statePaths('/state'),
    databaseUrl: 'postgres://database.test/kenali',
    temporalAddress: 'temporal.test:7233',
    storage: {
      url: 'http://store.test:9000',
      publicUrl: 'http://store.test:9000',
      accessKey: 'access',
      secretKey: 'secret',
      bucket: 'captures',
    },
    publicUrl: 'http://kenali.test',
    cacheDir: '/cache',
    faceModel,
    ktpRecogniser,
  };
}

describe('processEnvironments', () => {
  it('lets the vision worker compare faces with the networks that the operator chose', () => {
    const chosen = processEnvironments(settingsFor({ KENALI_FACE_MODEL: 'b' }));
    expect(chosen['worker-vision']).toMatchObject({ KENALI_FACE_MODEL: 'b' });
    const usual = processEnvironments(settingsFor({}));
    expect(usual['worker-vision']).toMatchObject({ KENALI_FACE_MODEL: 'fused' });
  });

  it('lets the vision worker read cards with the networks that the operator chose', () => {
    const chosen = processEnvironments(settingsFor({ KENALI_KTP_RECOGNISER: 'own' }));
    expect(chosen['worker-vision']).toMatchObject({ KENALI_KTP_RECOGNISER: 'own' });
    const usual = processEnvironments(settingsFor({}));
    expect(usual['worker-vision']).toMatchObject({ KENALI_KTP_RECOGNISER: 'own-and-general' });
  });

  it('gives the vision worker neither signing keys nor a way out', () => {
    const { 'worker-vision': vision } = processEnvironments(settingsFor({}));
    expect(vision).not.toHaveProperty('KENALI_SIGNING_KEYS_PATH');
    expect(vision).not.toHaveProperty('KENALI_DANGEROUS_OUTBOUND_CIDRS');
  });
});
