import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKeyRing } from '../keys/key-ring.js';
import { createSecrets, SecretsFolderError } from './create-secrets.js';

describe('createSecrets', () => {
  let folder: string;

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'kenali-secrets-')), 'secrets');
  });

  afterEach(async () => {
    await rm(join(folder, '..'), { recursive: true, force: true });
  });

  async function read(name: string): Promise<string> {
    return (await readFile(join(folder, name), 'utf8')).trimEnd();
  }

  it('writes key files that the processes can use', async () => {
    await createSecrets(folder);
    const { activeKeyId, keys } = await readKeyRing(join(folder, 'sealing-keys.json'));
    expect(keys.get(activeKeyId)).toHaveLength(32);
    const signing = JSON.parse(await read('signing-keys.json')) as { keys: [{ kid: string }] };
    const key = await importJWK(signing.keys[0], 'ES256');
    const token = new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: signing.keys[0].kid });
    expect(await token.sign(key)).toMatch(/^ey/);
  });

  it('gives the database address the password of the database', async () => {
    await createSecrets(folder);
    expect(new URL(await read('database-url')).password).toBe(await read('database-password'));
    expect(await read('temporal-database-password')).not.toBe(await read('database-password'));
  });

  it('keeps the other users of the host out of the folder', async () => {
    await createSecrets(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('never generates the same twice', async () => {
    await createSecrets(folder);
    await createSecrets(`${folder}-2`);
    for (const name of ['database-password', 'storage-secret-key', 'sealing-keys.json']) {
      expect(await read(name)).not.toBe(await read(`../secrets-2/${name}`));
    }
  });

  it('refuses a folder that holds anything, and leaves it as it is', async () => {
    await createSecrets(folder);
    const before = await read('sealing-keys.json');
    await expect(createSecrets(folder)).rejects.toThrow(SecretsFolderError);
    expect(await read('sealing-keys.json')).toBe(before);
    await rm(folder, { recursive: true });
    await createSecrets(folder);
    await writeFile(join(folder, 'more'), '');
    await expect(createSecrets(folder)).rejects.toThrow(SecretsFolderError);
  });
});
