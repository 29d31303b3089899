import type { KeyRing } from '../keys/key-ring.js';
import { open, seal } from '../keys/seal.js';

/** A JSON value as a sealed column keeps it. `context` binds it to its row and column. */
export function sealJson(keyRing: KeyRing, value: unknown, context: string): Uint8Array {
  return seal(keyRing, Buffer.from(JSON.stringify(value), 'utf8'), context);
}

/** @throws SealBrokenError */
export function openJson(keyRing: KeyRing, sealed: Uint8Array, context: string): unknown {
  const text = Buffer.from(open(keyRing, sealed, context)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own error quotes what was sealed.
    throw new Error('what a sealed column holds is no JSON');
  }
}
