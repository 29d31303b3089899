import type { PersonCapture } from '../../../contract/flow.js';

/** What a capture is locked up for; it opens for nothing else. */
export interface LockPlace {
  /** From the path of the page: names the submission. */
  readonly publicId: string;
  readonly document: PersonCapture;
  /** The service's half of the key, see `captureLock` of the status. */
  readonly lock: string;
}

export interface LockedCapture {
  /** The device's half of the key, which no script can read. */
  readonly deviceKey: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** A length for AES-GCM that is drawn and not counted (NIST SP 800-38D, 8.2.2). */
const IV_BYTES = 12;
const KEY_BYTES = 32;

/**
 * Encrypts with AES-256-GCM. The key follows from two halves: one drawn here for this capture alone,
 * one of the service, which it tells for the open attempt and no longer.
 */
export async function lockCapture(
  crypto: Crypto,
  place: LockPlace,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<LockedCapture> {
  const drawn = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const deviceKey = await crypto.subtle.importKey('raw', drawn, 'HKDF', false, ['deriveKey']);
  drawn.fill(0);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await deriveKey(crypto, deviceKey, place);
  const additionalData = describePlace(place);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  return { deviceKey, iv, sealed };
}

/** `null` where it was locked up for another place or attempt, or has been changed. */
export async function unlockCapture(
  crypto: Crypto,
  place: LockPlace,
  { deviceKey, iv, sealed }: LockedCapture,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const key = await deriveKey(crypto, deviceKey, place);
    const additionalData = describePlace(place);
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed);
    return new Uint8Array(bytes);
  } catch {
    return null;
  }
}

function deriveKey(crypto: Crypto, deviceKey: CryptoKey, place: LockPlace): Promise<CryptoKey> {
  const salt = new TextEncoder().encode(place.lock);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: describePlace(place) },
    deviceKey,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function describePlace({ publicId, document }: LockPlace): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`kenali/capture/1/${publicId}/${document}`);
}
