import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigningKeyFile } from '../../test/support/signing-key-file.js';
import { nameSigningKeys, parseSigningKeys, readSigningKeys } from '../../keys/signing-keys.js';
import { createTokenIssuer } from './token-issuer.js';

const parse = (file: unknown) => parseSigningKeys(JSON.stringify(file), 'signing-keys.json');

describe('signing keys', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kenali-keys-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads a private key set and shows its public half alone', async () => {
    const path = join(folder, 'keys.json');
    await writeFile(path, JSON.stringify(await createSigningKeyFile(2)));
    const keys = await readSigningKeys(path);
    expect(keys.keyId).toBe('test-1');
    expect(keys.publicKeys.keys.map(({ kid }) => kid)).toEqual(['test-1', 'test-2']);
    expect(JSON.stringify(keys.publicKeys)).not.toContain('"d"');
    expect(nameSigningKeys(keys)).toEqual({ signs: 'test-1', verify: ['test-2'] });
  });

  it('verifies what an older key has signed after rotation', async () => {
    const file = await createSigningKeyFile(2);
    const [newest, older] = file.keys;
    const now = () => new Date();
    const before = createTokenIssuer({
      keys: await parse({ keys: [older] }),
      issuer: 'https://kenali.example',
      now,
    });
    const after = createTokenIssuer({
      keys: await parse({ keys: [newest, older] }),
      issuer: 'https://kenali.example',
      now,
    });
    const { token } = await before.issue({ scope: 'user', subject: 's', lifetimeSeconds: 60 });
    await expect(after.verify(token)).resolves.toEqual({ scope: 'user', subject: 's' });
  });

  it('names the missing file', async () => {
    const path = join(folder, 'missing.json');
    await expect(readSigningKeys(path)).rejects.toThrow(`The signing key file ${path} cannot be`);
  });

  it.each([
    ['that is not JSON', '{', /is damaged: it is not a set/],
    ['without keys', '{"keys":[]}', /is damaged: it is not a set/],
    ['with a public key', publicOnly, /is damaged: it is not a set/],
    ['with a point off the curve', offCurve, /is damaged: one of its keys is not a valid/],
    ['with two keys of one kid', twins, /is damaged: two of its keys have the same kid/],
  ])('refuses a file %s without quoting it', async (_what, content, message) => {
    const text = typeof content === 'string' ? content : JSON.stringify(await content());
    await expect(parseSigningKeys(text, 'signing-keys.json')).rejects.toThrow(message);
  });
});

async function publicOnly() {
  const { keys } = await createSigningKeyFile();
  return { keys: keys.map(({ d: _d, ...shown }) => shown) };
}

async function offCurve() {
  const { keys } = await createSigningKeyFile();
  return { keys: keys.map((key) => ({ ...key, x: 'A'.repeat(43) })) };
}

async function twins() {
  const { keys } = await createSigningKeyFile(2);
  return { keys: keys.map((key) => ({ ...key, kid: 'same' })) };
}
