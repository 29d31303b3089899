import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createAdministration, type Administration } from '../../administration/administration.js';
import { createTransact } from '../../administration/administration-stores.js';
import { ensureDemoPartner } from '../../dev/demo-partner.js';
import type { KeyRing } from '../../keys/key-ring.js';
import { createRingMasterKey } from '../../keys/master-key.js';
import { createLocalSealing } from '../../keys/sealing.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

const ACTOR = 'cli:tester';
const platform = inject('platform');
const keyRing: KeyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
const noErasureRuns = { start: () => Promise.reject(new Error('no erasure is expected')) };
const keyRenewalRuns = { start: () => Promise.reject(new Error('no renewal is expected')) };
const noRuns = {
  replay: () => Promise.reject(new Error('no Temporal')),
  test: () => Promise.reject(new Error('no Temporal')),
};

let scratch: ScratchDatabase;
let administration: Administration;

beforeAll(async () => {
  scratch = await createScratchDatabase(platform.databaseUrl);
  const transact = createTransact(scratch.database, createLocalSealing(keyRing));
  administration = createAdministration({
    transact,
    now: () => new Date(),
    deliveryRuns: noRuns,
    erasureRuns: noErasureRuns,
    keyRenewalRuns,
    masterKey: createRingMasterKey(keyRing),
  });
});

afterAll(() => scratch.drop());

describe('the partners of npm start', () => {
  const ensure = async (folder: string) => {
    const sealingKeysPath = path.join(folder, 'sealing-keys.json');
    const options = { path: path.join(folder, 'demo-partner.json'), sealingKeysPath };
    return ensureDemoPartner({
      ...options,
      databaseUrl: scratch.url,
      baseUrl: platform.apiUrl,
      samplePartnerUrl: 'http://127.0.0.1:8090',
    });
  };
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kenali-demo-'));
    const keys = { k1: Buffer.from(keyRing.keys.get('k1')!).toString('base64') };
    const content = JSON.stringify({ activeKeyId: 'k1', keys });
    await writeFile(path.join(folder, 'sealing-keys.json'), content);
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('keep their credentials from one start to the next, and the audit log quiet', async () => {
    const first = await ensure(folder);
    const { entries } = await administration.audit.list({ partnerCode: 'DEMO_FACE', limit: 200 });
    await expect(ensure(folder)).resolves.toEqual(first);
    const after = await administration.audit.list({ partnerCode: 'DEMO_FACE', limit: 200 });
    expect(after.entries).toEqual(entries);
    const { settings, keys } = await administration.partners.show('DEMO');
    expect(settings.redirectOrigins).toContain('http://127.0.0.1:8090');
    expect(keys.map(({ environment }) => environment).sort()).toEqual(['PRODUCTION', 'SANDBOX']);
  });

  it('get a new key for one that was revoked, and for those that an earlier file lacks', async () => {
    const first = await ensure(folder);
    await administration.keys.revoke(ACTOR, 'DEMO', first.clientId);
    const file = path.join(folder, 'demo-partner.json');
    await writeFile(file, JSON.stringify({ ...first, face: undefined }));
    const second = await ensure(folder);
    expect(second.clientId).not.toBe(first.clientId);
    expect(second.face.clientId).not.toBe(first.face.clientId);
    expect(second).toMatchObject({
      sandboxClientId: first.sandboxClientId,
      callbackSecret: first.callbackSecret,
    });
  });
});
