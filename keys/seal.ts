import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { activeKeyOf, type KeyRing } from './key-ring.js';

/**
 * Sealed bytes: 1 byte length of the key id, the key id, 12 bytes nonce, 16 bytes tag, ciphertext.
 * AES-256-GCM with a random nonce (NIST SP 800-38D: at most 2^32 messages a key).
 */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Of sealed bytes, as many as tell which key has sealed them, whatever its id. */
export const SEAL_HEAD_BYTES = 1 + 255 + NONCE_BYTES + TAG_BYTES;

export interface SealingKey {
  /** At most 255 bytes; written in clear before what it seals. */
  readonly id: string;
  readonly key: Uint8Array;
}

/** The bytes were not sealed by this ring, or were changed since. Says nothing of their content. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError';
}

/** `context` binds the sealed bytes to their place: opening them elsewhere fails. */
export function seal(ring: KeyRing, plain: Uint8Array, context: string): Uint8Array {
  return sealWithKey({ id: ring.activeKeyId, key: activeKeyOf(ring) }, plain, context);
}

export function open(ring: KeyRing, sealed: Uint8Array, context: string): Uint8Array {
  const key = ring.keys.get(readKeyId(sealed));
  if (key === undefined)
    throw new SealBrokenError('the key that sealed these bytes is not in the ring');
  return openWithKey(key, sealed, context);
}

export function sealWithKey(
  { id, key }: SealingKey,
  plain: Uint8Array,
  context: string,
): Uint8Array {
  const keyId = Buffer.from(id, 'utf8');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(context, 'utf8'));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(keyId.length), keyId, nonce, cipher.getAuthTag(), body]);
}

/** Of the key that has sealed the bytes. @throws SealBrokenError */
export function readKeyId(sealed: Uint8Array): string {
  const { bytes, keyIdEnd } = takeApart(sealed);
  return bytes.subarray(1, keyIdEnd).toString('utf8');
}

/** @param key the one that {@link readKeyId} names. @throws SealBrokenError */
export function openWithKey(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array {
  const { bytes, keyIdEnd, nonceEnd, tagEnd } = takeApart(sealed);
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(keyIdEnd, nonceEnd))
    .setAAD(Buffer.from(context, 'utf8'))
    .setAuthTag(bytes.subarray(nonceEnd, tagEnd));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]);
  } catch {
    throw new SealBrokenError('the sealed bytes were changed or belong elsewhere');
  }
}

function takeApart(sealed: Uint8Array) {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const keyIdEnd = 1 + (bytes[0] ?? 0);
  const nonceEnd = keyIdEnd + NONCE_BYTES;
  const tagEnd = nonceEnd + TAG_BYTES;
  if (bytes.length < tagEnd) throw new SealBrokenError('the sealed bytes are too short');
  return { bytes, keyIdEnd, nonceEnd, tagEnd };
}
