import { decodeProtectedHeader } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSigningKeyFile } from '../../test/support/signing-key-file.js';
import { createTestClock } from '../../test/support/test-clock.js';
import { parseSigningKeys } from '../../keys/signing-keys.js';
import { createTokenIssuer } from './token-issuer.js';

type Key = Awaited<ReturnType<typeof createSigningKeyFile>>['keys'][number];

const clock = createTestClock();

async function createKey(kid: string): Promise<Key> {
  const [key] = (await createSigningKeyFile()).keys;
  return { ...key!, kid };
}

/** What runs with a file of these keys. */
async function issuerOf(...file: readonly Key[]) {
  const keys = await parseSigningKeys(JSON.stringify({ keys: file }), 'test keys');
  const issuer = createTokenIssuer({ keys, issuer: 'http://127.0.0.1', now: clock.now });
  const issue = async () =>
    (await issuer.issue({ scope: 'partner', subject: 'client', lifetimeSeconds: 60 })).token;
  return { ...issuer, issue, publicKeys: keys.publicKeys };
}

describe('a rotation of signing keys', () => {
  let before: Key;
  let after: Key;
  beforeAll(async () => {
    before = await createKey('old');
    after = await createKey('new');
  });

  it('signs with the new key and verifies with both', async () => {
    const early = await (await issuerOf(before)).issue();
    const during = await issuerOf(after, before);
    const late = await during.issue();
    expect(decodeProtectedHeader(early).kid).toBe('old');
    expect(decodeProtectedHeader(late).kid).toBe('new');
    await expect(during.verify(early)).resolves.toMatchObject({ subject: 'client' });
    await expect(during.verify(late)).resolves.toMatchObject({ subject: 'client' });
  });

  it('shows both public keys until it is over', async () => {
    const kidsOf = async (...file: Key[]) =>
      (await issuerOf(...file)).publicKeys.keys.map(({ kid }) => kid);
    await expect(kidsOf(after, before)).resolves.toEqual(['new', 'old']);
    await expect(kidsOf(after)).resolves.toEqual(['new']);
  });

  it('ends the tokens of the old key with the key', async () => {
    const early = await (await issuerOf(before)).issue();
    const over = await issuerOf(after);
    await expect(over.verify(early)).rejects.toMatchObject({ statusCode: 401 });
    await expect(over.verify(await over.issue())).resolves.toMatchObject({ subject: 'client' });
  });

  it('is not fooled by a new key under the old one’s name', async () => {
    const early = await (await issuerOf(before)).issue();
    const renamed = await issuerOf(await createKey('old'));
    await expect(renamed.verify(early)).rejects.toMatchObject({ statusCode: 401 });
  });
});
