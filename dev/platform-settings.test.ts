import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOperatorSettings } from './operator-settings.js';
import {
  ownStorageSettings,
  processEnvironments,
  type PlatformSettings,
} from './platform-settings.js';
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

describe('the object store that npm start runs', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kenali-state-'));
    const held = 'x'.repeat(16);
    await writeFile(
      statePaths(folder).secrets,
      JSON.stringify({ databasePassword: held, storageAccessKey: held, storageSecretKey: held }),
    );
  });

  afterAll(() => rm(folder, { recursive: true }));

  const storageWith = (environment: Record<string, string>) =>
    ownStorageSettings(statePaths(folder), readPorts({}), readOperatorSettings(environment));

  it('is reached by phones where the operator says, and by the processes on loopback', async () => {
    const publicUrl = 'https://captures.example.com';
    expect(await storageWith({ KENALI_STORAGE_PUBLIC_URL: publicUrl })).toMatchObject({
      url: 'http://127.0.0.1:9000',
      publicUrl,
    });
    expect(await storageWith({})).toMatchObject({ publicUrl: 'http://127.0.0.1:9000' });
  });
});
