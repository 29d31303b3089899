import { createHash } from 'node:crypto';
import { captureKey } from '../../../contract/capture.js';
import type { CaptureStore } from '../../../storage/capture-store.js';

export interface MemoryCaptureStore extends Pick<CaptureStore, 'keep' | 'fetch'> {
  /** By key, in clear. */
  readonly kept: ReadonlyMap<string, Uint8Array>;
}

export function createMemoryCaptureStore(): MemoryCaptureStore {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    keep({ bytes, ...place }) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const key = captureKey(place, sha256);
      kept.set(key, bytes);
      const { documentType } = place;
      return Promise.resolve({ documentType, key, sha256, bytes: bytes.length });
    },
    fetch(key) {
      const bytes = kept.get(key);
      return bytes === undefined
        ? Promise.reject(new Error(`${key} is not there`))
        : Promise.resolve(bytes);
    },
  };
}
