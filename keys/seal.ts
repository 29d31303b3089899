import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

/**
 * Sealed bytes: 1 byte length of the key id, the key id, 12 bytes nonce, 16 bytes tag, ciphertext.
 * AES-256-GCM with a random nonce (NIST SP 800-38D: at most 2^32 messages a key).
 */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The bytes were not sealed by this ring, or were changed since. Says nothing of their content. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
}

/** `context` binds the sealed bytes to their place: opening them elsewhere fails. */
export function seal(ring: KeyRing, plain: Uint8Array, context: string): Uint8Array {
  const key = ring.keys.get(ring.activeKeyId);
  if (key === undefined) throw new SealBrokenError('the active key is missing');
  const keyId = Buffer.from(ring.activeKeyId, 'utf8');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(context, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(keyId.length), keyId, nonce, cipher.getAuthTag(), body]);
}

export function open(ring: KeyRing, sealed: Uint8Array, context: string): Uint8Array {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const keyIdEnd = 1 + (bytes[0] ?? 0);
  const nonceEnd = keyIdEnd + NONCE_BYTES;
  const tagEnd = nonceEnd + TAG_BYTES;
  if (bytes.length < tagEnd) throw new SealBrokenError('the sealed bytes are too short');
  const keyId = bytes.subarray(1, keyIdEnd).toString('utf8');
  const key = ring.keys.get(keyId);
  if (key === undefined)
    throw new SealBrokenError('the key that sealed these bytes is not in the ring');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(keyIdEnd, nonceEnd))
    .setAAD(Buffer.from(context, 'utf8'))
    .setAuthTag(bytes.subarray(nonceEnd, tagEnd));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
  } catch {
    throw new SealBrokenError('the sealed bytes were changed or belong elsewhere');
  }
}
