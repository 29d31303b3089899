import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import type { KeyRing } from '../keys/key-ring.js';
import { SealBrokenError } from '../keys/seal.js';
import { createEncryptionCodec } from './encryption-codec.js';

const older: KeyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
const rotated: KeyRing = {
  activeKeyId: 'k2',
  keys: new Map([...older.keys, ['k2', randomBytes(32)]]),
};
const payload = defaultPayloadConverter.toPayload({ name: 'NAMA CONTOH' });

async function encode(ring: KeyRing) {
  const [encrypted] = await createEncryptionCodec(ring).encode([payload]);
  return encrypted!;
}

describe('the encryption codec', () => {
  it('gives back what it encrypted', async () => {
    const [plain] = await createEncryptionCodec(older).decode([await encode(older)]);
    expect(defaultPayloadConverter.fromPayload(plain!)).toEqual({ name: 'NAMA CONTOH' });
  });

  it('shows the encoding and the key id, and nothing of the content or its type', async () => {
    const encrypted = await encode(older);
    const metadata = Object.entries(encrypted.metadata ?? {}).map(([name, value]) => [
      name,
      Buffer.from(value).toString(),
    ]);
    expect(Object.fromEntries(metadata)).toEqual({
      encoding: 'binary/encrypted',
      'encryption-key-id': 'k1',
    });
    expect(Buffer.from(encrypted.data!).includes('CONTOH')).toBe(false);
    expect(Buffer.from(encrypted.data!).includes('json/plain')).toBe(false);
  });

  it('decrypts with an older key after rotation and refuses without the key', async () => {
    const [plain] = await createEncryptionCodec(rotated).decode([await encode(older)]);
    expect(defaultPayloadConverter.fromPayload(plain!)).toEqual({ name: 'NAMA CONTOH' });
    const foreign = createEncryptionCodec(older).decode([await encode(rotated)]);
    await expect(foreign).rejects.toThrow(SealBrokenError);
  });

  it('lets payloads through that were never encrypted', async () => {
    expect(await createEncryptionCodec(older).decode([payload])).toEqual([payload]);
  });
});
