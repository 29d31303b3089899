import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importJWK, SignJWT, type JWK } from 'jose';
import { readKeyRing } from '../../keys/key-ring.js';
import { chooseKeysToGenerate, ensureKeyFiles, LostKeysError } from './key-files.js';
import { readServerSecrets } from './server-secrets.js';
import { statePaths, type StatePaths } from './state-paths.js';

let paths: StatePaths;
let reported: string[];
const report = (line: string) => {
  reported.push(line);
};

beforeEach(async () => {
  paths = statePaths(await mkdtemp(join(tmpdir(), 'kenali-keys-')));
  reported = [];
});
afterEach(() => rm(paths.root, { recursive: true, force: true }));

describe('chooseKeysToGenerate', () => {
  it('generates what is missing in a new installation', () => {
    expect(chooseKeysToGenerate(['a', 'b'], false)).toEqual({ generate: ['a', 'b'], lost: [] });
  });

  it('generates nothing that existing data may depend on', () => {
    expect(chooseKeysToGenerate(['a'], true)).toEqual({ generate: [], lost: ['a'] });
  });
});

describe('ensureKeyFiles', () => {
  it('generates keys that the platform can read, and announces each file', async () => {
    await ensureKeyFiles(paths, report);

    const ring = await readKeyRing(paths.sealingKeys);
    expect(ring.keys.get(ring.activeKeyId)).toHaveLength(32);
    const { keys } = JSON.parse(await readFile(paths.signingKeys, 'utf8')) as { keys: JWK[] };
    const [first] = keys;
    expect(first).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
    const signer = new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid: first!.kid! });
    await expect(signer.sign(await importJWK(first!))).resolves.toBeTypeOf('string');
    await expect(readServerSecrets(paths.secrets)).resolves.toHaveProperty('databasePassword');
    for (const path of [paths.sealingKeys, paths.signingKeys, paths.secrets]) {
      expect(reported.join('\n')).toContain(path);
    }
  });

  it('lets only the owner read them', async () => {
    await ensureKeyFiles(paths, report);
    for (const path of [paths.sealingKeys, paths.signingKeys, paths.secrets]) {
      expect((await stat(path)).mode & 0o077).toBe(0);
    }
  });

  it('keeps and does not announce what is there', async () => {
    await ensureKeyFiles(paths, report);
    const before = await readFile(paths.sealingKeys, 'utf8');
    reported = [];
    await mkdir(paths.postgres);
    await ensureKeyFiles(paths, report);
    expect(await readFile(paths.sealingKeys, 'utf8')).toBe(before);
    expect(reported).toEqual([]);
  });

  it('refuses data without its keys, naming the file and both ways out, and makes none', async () => {
    await ensureKeyFiles(paths, report);
    await mkdir(paths.postgres);
    await rm(paths.sealingKeys);
    const failure = await ensureKeyFiles(paths, report).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LostKeysError);
    expect((failure as Error).message).toMatch(/keys\/sealing-keys\.json.*Put back.*--reset/);
    await expect(stat(paths.sealingKeys)).rejects.toThrow();
  });
});
