import { createCaptureSafe, type CaptureSafe } from '../keeping/capture-safe.js';

/** Of a browser that keeps nothing. */
export function createNoSafe(): CaptureSafe {
  return createCaptureSafe({
    openVault: () => Promise.reject(new Error('no database')),
    wait: () => Promise.resolve(),
  });
}
