import { createHash } from 'node:crypto';
import { MAX_CAPTURE_BYTES } from '../../contract/capture.js';
import { CaptureTooLargeError, type CaptureStore } from '../../storage/capture-store.js';

export interface MemoryCaptureStore extends Pick<CaptureStore, 'presignUpload' | 'describe'> {
  /** Also what a PUT to the presigned address would do. */
  put(key: string, content: Uint8Array): Promise<void>;
}

export function createMemoryCaptureStore(publicUrl: string): MemoryCaptureStore {
  const objects = new Map<string, Uint8Array>();
  return {
    put(key, content) {
      objects.set(key, content);
      return Promise.resolve();
    },
    presignUpload: (key, expiresInSeconds) =>
      Promise.resolve(`${publicUrl}/captures/${key}?X-Amz-Expires=${String(expiresInSeconds)}`),
    describe(key) {
      const content = objects.get(key);
      if (content === undefined) return Promise.resolve(null);
      if (content.length > MAX_CAPTURE_BYTES) {
        return Promise.reject(new CaptureTooLargeError(`${key} is too large`));
      }
      const sha256 = createHash('sha256').update(content).digest('hex');
      return Promise.resolve({ sha256, bytes: content.length });
    },
  };
}
