import { createErasedSessionDigests } from '../../keys/erased-session-digests.js';

/** Of a key ring that all tests on a scratch database share. */
export const sessionDigests = createErasedSessionDigests({
  activeKeyId: 'k1',
  keys: new Map([['k1', new Uint8Array(32).fill(7)]]),
});
