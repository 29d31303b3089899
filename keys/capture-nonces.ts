import { timingSafeEqual } from 'node:crypto';
import { computeCode, deriveCodeKey, type AttemptPlace } from './attempt-code.js';
import { activeKeyOf, type KeyRing } from './key-ring.js';

/** Binds the frames of a selfie to one attempt of one submission, see `contract/frame-sequence.ts`. */
export interface CaptureNonces {
  /** The same for the same place, so that an address may be asked for again. */
  issue(place: AttemptPlace): string;
  /** Whether a key of the ring, active or earlier, has issued it for the place. */
  isIssued(place: AttemptPlace, nonce: string): boolean;
}

/** 128 bits: nobody guesses it in the hours that a session lasts. */
const NONCE_BYTES = 16;

const PURPOSE = 'kenali/capture-nonce/1';

/** Nothing is stored: whoever has the key ring tells a nonce of ours. */
export function createCaptureNonces(ring: KeyRing): CaptureNonces {
  const keys = new Map(Array.from(ring.keys, ([id, key]) => [id, deriveCodeKey(key, PURPOSE)]));
  const active = deriveCodeKey(activeKeyOf(ring), PURPOSE);
  return {
    issue: (place) => compute(active, place).toString('base64url'),
    isIssued: (place, nonce) => {
      const given = Buffer.from(nonce, 'base64url');
      return [...keys.values()].some((key) => {
        const expected = compute(key, place);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
    },
  };
}

function compute(key: Uint8Array, place: AttemptPlace): Buffer {
  return computeCode(key, place).subarray(0, NONCE_BYTES);
}
