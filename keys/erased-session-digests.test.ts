import { describe, expect, it } from 'vitest';
import { createErasedSessionDigests } from './erased-session-digests.js';
import type { KeyRing } from './key-ring.js';

const OLD = new Uint8Array(32).fill(1);
const NEW = new Uint8Array(32).fill(2);
const ring = (activeKeyId: string, ...keys: [string, Uint8Array][]): KeyRing => ({
  activeKeyId,
  keys: new Map(keys),
});
const session = { partnerCode: 'SHOP', partnerSessionId: 'order 17 of somebody' };

describe('what stays of a session id', () => {
  it('does not tell the id', () => {
    const digest = createErasedSessionDigests(ring('old', ['old', OLD])).digest(session);
    expect(digest).toMatch(/^erased:[\w-]{43}$/);
  });

  it('is another for another partner, another id and another key', () => {
    const digests = createErasedSessionDigests(ring('old', ['old', OLD]));
    const others = [
      digests.digest({ ...session, partnerCode: 'BANK' }),
      digests.digest({ ...session, partnerSessionId: 'order 18 of somebody' }),
      createErasedSessionDigests(ring('new', ['new', NEW])).digest(session),
    ];
    expect(new Set([digests.digest(session), ...others]).size).toBe(4);
  });

  it('is known after a change of the active key', () => {
    const before = createErasedSessionDigests(ring('old', ['old', OLD])).digest(session);
    const after = createErasedSessionDigests(ring('new', ['old', OLD], ['new', NEW]));
    expect(after.digest(session)).not.toBe(before);
    expect(after.listDigests(session)).toContain(before);
  });
});
