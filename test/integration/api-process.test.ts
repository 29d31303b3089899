import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDataKeyStore } from '../../db/data-key-store.js';
import { createPartnerStore } from '../../db/partner-store.js';
import { addDataKey } from '../../keys/data-keys.js';
import { createRingMasterKey } from '../../keys/master-key.js';
import { readSigningKeys } from '../../keys/signing-keys.js';
import { apiSettings, findFreePort, startApi } from '../support/api-process.js';
import { newKeyRing } from '../support/memory/data-keys.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase } from '../support/scratch-database.js';

const platform = inject('platform');
let folder: string;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-api-'));
  port = await findFreePort();
});
afterAll(() => rm(folder, { recursive: true }));

async function failureWith(changed: Record<string, string>) {
  const { exited, printed } = startApi({ ...apiSettings(platform, port), ...changed });
  const [code] = (await exited) as [number];
  expect(code).toBe(1);
  expect(printed().trim().split('\n')).toHaveLength(1);
  return printed();
}

describe('the API process', () => {
  it('says when it listens and ends in good order on SIGTERM', async () => {
    const { child, exited, logged } = startApi(apiSettings(platform, port));
    const [message] = (await once(child, 'message')) as [unknown];
    expect(message).toEqual({ ready: true });
    const answer = await fetch(`http://127.0.0.1:${String(port)}/readyz`);
    expect(await answer.json()).toEqual({
      status: 'up',
      checks: { database: 'up', temporal: 'up' },
    });
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    const { keyId } = await readSigningKeys(platform.signingKeysPath);
    expect(logged()).toContain(`"signs":"${keyId}","verify":[]`);
  });

  it('names every missing setting at once', async () => {
    const line = await failureWith({ KENALI_DATABASE_URL: '', KENALI_PUBLIC_URL: '' });
    expect(line).toContain('KENALI_DATABASE_URL is not set');
    expect(line).toContain('KENALI_PUBLIC_URL is not set');
  });

  it('names a port that is taken', async () => {
    const taken = new URL(platform.apiUrl).port;
    const line = await failureWith({ KENALI_API_PORT: taken });
    expect(line).toContain(`Port ${taken} on 127.0.0.1 is taken`);
  });

  it('does not start when a master key is lost, and names it', async () => {
    const scratch = await createScratchDatabase(platform.databaseUrl);
    try {
      await createPartnerStore(scratch.database).add({ code: 'SHOP', name: 'Shop', settings: {} });
      await addDataKey(
        createDataKeyStore(scratch.database),
        createRingMasterKey(newKeyRing('k1')),
        'SHOP',
      );
      const path = join(folder, 'sealing-keys.json');
      const keys = { k2: randomBytes(32).toString('base64') };
      await writeFile(path, JSON.stringify({ activeKeyId: 'k2', keys }));
      const line = await failureWith({
        KENALI_DATABASE_URL: scratch.url,
        KENALI_SEALING_KEYS_PATH: path,
      });
      expect(line).toContain('No master key fits k1');
    } finally {
      await scratch.drop();
    }
  });

  it('does not start without its signing keys, nor with damaged ones', async () => {
    const path = join(folder, 'signing-keys.json');
    expect(await failureWith({ KENALI_SIGNING_KEYS_PATH: path })).toContain(`${path} cannot be`);
    await writeFile(path, '{"keys":[{"kty":"EC"');
    expect(await failureWith({ KENALI_SIGNING_KEYS_PATH: path })).toContain(`${path} is damaged`);
  });
});
