import type { KeyRing } from '../keys/key-ring.js';
import { open, seal } from '../keys/seal.js';

/** A JSON value as a sealed column keeps it. `context` binds it to its row and column. */
export function sealJson(keyRing: KeyRing, value: unknown, context: string): Uint8Array {
  return seal(keyRing, Buffer.from(JSON.stringify(value), 'utf8'), context);
}

/** @throws SealBrokenError */
export function openJson(keyRing: KeyRing, sealed: Uint8Array, context: string): unknown {
  return JSON.parse(Buffer.from(open(keyRing, sealed, context)).toString('utf8'));
}
