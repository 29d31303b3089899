import { computeCode, deriveCodeKey, type AttemptPlace } from './attempt-code.js';
import { activeKeyOf, type KeyRing } from './key-ring.js';

/**
 * Half of the key that the capture app locks captures up with on a device until they are sent. The
 * other half never leaves the device. An attempt that is confirmed or over is told no more, so that
 * what a browser did not get to delete opens to nobody.
 */
export interface CaptureLocks {
  /** 256 bits in base64url: the same for the same place, so that a reload may ask again. */
  issue(place: AttemptPlace): string;
}

const PURPOSE = 'kenali/capture-lock/1';

/** Nothing is stored. After a change of the active key what was locked up before is taken anew. */
export function createCaptureLocks(ring: KeyRing): CaptureLocks {
  const key = deriveCodeKey(activeKeyOf(ring), PURPOSE);
  return { issue: (place) => computeCode(key, place).toString('base64url') };
}
