import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { SEALING_KEY_BYTES } from './key-ring.js';

/** Content of a new sealing key file with one key, see `key-ring.ts`. */
export function generateSealingKeys() {
  const id = `k${randomBytes(4).toString('hex')}`;
  return { activeKeyId: id, keys: { [id]: randomBytes(SEALING_KEY_BYTES).toString('base64') } };
}

/** Content of a new token signing key file: a private JWK set (RFC 7517); its first key signs. */
export async function generateSigningKeys() {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y, d } = await exportJWK(privateKey);
  const kid = `s${randomBytes(4).toString('hex')}`;
  return { keys: [{ kty, crv, x, y, d, kid, alg: 'ES256', use: 'sig' }] };
}
