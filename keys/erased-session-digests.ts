import { createHmac } from 'node:crypto';
import { deriveCodeKey } from './attempt-code.js';
import { activeKeyOf, type KeyRing } from './key-ring.js';

/** A session as its partner named it. */
export interface NamedSession {
  readonly partnerCode: string;
  readonly partnerSessionId: string;
}

/**
 * What stays of a partner session id when its submission is erased: enough to know the id when it
 * comes again, and nothing that tells the id to whoever has the database without the key ring.
 */
export interface ErasedSessionDigests {
  /** In the place of the id. */
  digest(session: NamedSession): string;
  /** By every key of the ring: an erasure before a change of the active key is known as well. */
  listDigests(session: NamedSession): readonly string[];
}

const PURPOSE = 'kenali/erased-session/1';

/** Tells a digest from an id, for people. No caller can make one: it takes the key. */
const PREFIX = 'erased:';

export function createErasedSessionDigests(ring: KeyRing): ErasedSessionDigests {
  const keys = new Map(Array.from(ring.keys, ([id, key]) => [id, deriveCodeKey(key, PURPOSE)]));
  const active = deriveCodeKey(activeKeyOf(ring), PURPOSE);
  return {
    digest: (session) => compute(active, session),
    listDigests: (session) => [...keys.values()].map((key) => compute(key, session)),
  };
}

function compute(key: Uint8Array, { partnerCode, partnerSessionId }: NamedSession): string {
  const named = JSON.stringify([partnerCode, partnerSessionId]);
  return PREFIX + createHmac('sha256', key).update(named).digest('base64url');
}
