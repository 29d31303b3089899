import { MAX_CAPTURE_BYTES, uploadKey } from '../../../contract/capture.js';
import { CaptureTooLargeError } from '../../../storage/read-object.js';
import type { UploadStore } from '../../../storage/upload-store.js';

/** `put` is also what a PUT to the presigned address would do. */
export function createMemoryUploadStore(publicUrl: string): UploadStore {
  const objects = new Map<string, Uint8Array>();
  return {
    put(place, bytes) {
      objects.set(uploadKey(place), bytes);
      return Promise.resolve();
    },
    presign: (place, expiresInSeconds) =>
      Promise.resolve(
        `${publicUrl}/captures/${uploadKey(place)}?X-Amz-Expires=${String(expiresInSeconds)}`,
      ),
    fetch(place) {
      const key = uploadKey(place);
      const bytes = objects.get(key) ?? null;
      return bytes !== null && bytes.length > MAX_CAPTURE_BYTES
        ? Promise.reject(new CaptureTooLargeError(`${key} is too large`))
        : Promise.resolve(bytes);
    },
    readSize: (place) => Promise.resolve(objects.get(uploadKey(place))?.length ?? null),
    remove(place) {
      objects.delete(uploadKey(place));
      return Promise.resolve();
    },
  };
}
