import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateSigningKeys } from './generate-keys.js';
import {
  announceSigningKey,
  promoteSigningKey,
  pruneSigningKeys,
  rotateSigningKeys,
  signingKeyFile,
} from './signing-key-file.js';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kenali-signing-'));
  file = path.join(folder, 'signing-keys.json');
  await writeFile(file, JSON.stringify(await generateSigningKeys()), { mode: 0o600 });
});

afterEach(() => rm(folder, { recursive: true }));

const readKeys = async () => signingKeyFile.parse(JSON.parse(await readFile(file, 'utf8'))).keys;

describe('the signing key file', () => {
  it('has a new key first after a rotation, and keeps the others as they were', async () => {
    const [first] = await readKeys();
    const changed = await rotateSigningKeys(file);
    const keys = await readKeys();
    expect(keys).toHaveLength(2);
    expect(keys[1]).toEqual(first);
    expect(keys[0]?.kid).not.toBe(first?.kid);
    expect(changed).toEqual({ signs: keys[0]?.kid, verify: [first?.kid] });
  });

  it('lets a key be known before it signs', async () => {
    const [first] = await readKeys();
    await announceSigningKey(file);
    const [stillFirst, announced] = await readKeys();
    expect(stillFirst).toEqual(first);
    await promoteSigningKey(file);
    expect(await readKeys()).toEqual([announced, first]);
  });

  it('brings no earlier key back by a second promotion', async () => {
    await announceSigningKey(file);
    await promoteSigningKey(file);
    const promoted = await readFile(file, 'utf8');
    await expect(promoteSigningKey(file)).rejects.toThrow(/No key is announced/);
    expect(await readFile(file, 'utf8')).toBe(promoted);
  });

  it.each([
    ['a rotation', rotateSigningKeys],
    [
      'a rotation after an announcement',
      (path: string) => announceSigningKey(path).then(() => rotateSigningKeys(path)),
    ],
    ['pruning', pruneSigningKeys],
  ])('promotes nothing after %s', async (_case, change) => {
    await change(file);
    await expect(promoteSigningKey(file)).rejects.toThrow(/No key is announced/);
  });

  it('promotes the key that was announced last, wherever it stands', async () => {
    await announceSigningKey(file);
    await announceSigningKey(file);
    const { keys, announced } = signingKeyFile.parse(JSON.parse(await readFile(file, 'utf8')));
    await writeFile(file, JSON.stringify({ keys: keys.reverse(), announced }));
    expect((await promoteSigningKey(file)).signs).toBe(announced);
    expect(await readKeys()).toHaveLength(3);
  });

  it('has only its first key after it was pruned', async () => {
    await rotateSigningKeys(file);
    const [newest] = await readKeys();
    await pruneSigningKeys(file);
    expect(await readKeys()).toEqual([newest]);
  });

  it.each([0o600, 0o444])('keeps the mode %o and leaves no other file', async (mode) => {
    await chmod(file, mode);
    await rotateSigningKeys(file);
    expect((await stat(file)).mode & 0o777).toBe(mode);
    expect(await readdir(folder)).toEqual(['signing-keys.json']);
  });

  it.each(['{', '{"keys":[]}', '{"keys":[{"kty":"EC"}]}'])(
    'is left alone when it is damaged as %s',
    async (content) => {
      await writeFile(file, content);
      await expect(rotateSigningKeys(file)).rejects.toThrow(/damaged\. Nothing was changed/);
      expect(await readFile(file, 'utf8')).toBe(content);
    },
  );

  it('is never made up when it is missing', async () => {
    const missing = path.join(folder, 'none.json');
    await expect(rotateSigningKeys(missing)).rejects.toThrow(/none\.json cannot be read/);
    expect(await readdir(folder)).toEqual(['signing-keys.json']);
  });
});
