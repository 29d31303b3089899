import { createHash } from 'node:crypto';

/** @param sha256 in hex */
export function hasDigest(bytes: Uint8Array, sha256: string): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256;
}
