import { MAX_CAPTURE_BYTES, uploadKey, type CapturePlace } from '../contract/capture.js';
import type { CaptureStoreOptions } from './capture-store.js';
import { createObjectClient } from './object-client.js';
import { readObject, readObjectSize } from './read-object.js';
import { toStorageError } from './storage-error.js';
import { createUploadSigner } from './upload-signer.js';

/**
 * What phones have put, until it is confirmed. Every call throws a StorageError when the object store
 * refuses or is away.
 */
export interface UploadStore {
  /** An address that accepts a PUT of the object, and nothing else, until it expires. */
  presign(place: CapturePlace, expiresInSeconds: number): Promise<string>;
  /** Null when nothing was uploaded. @throws CaptureTooLargeError */
  fetch(place: CapturePlace): Promise<Uint8Array | null>;
  /** In bytes, without the picture itself. Null when nothing was uploaded. */
  readSize(place: CapturePlace): Promise<number | null>;
  /** A picture that did not come from a phone, in place of what is there. */
  put(place: CapturePlace, bytes: Uint8Array): Promise<void>;
  /** No error where there is none. */
  remove(place: CapturePlace): Promise<void>;
}

export function createUploadStore(options: CaptureStoreOptions): UploadStore {
  const { bucket } = options;
  const client = createObjectClient(options, options.url);
  const signer = createUploadSigner(options);

  return {
    presign: (place, expiresInSeconds) =>
      guardStorage('presigning an upload', () =>
        signer.presign(uploadKey(place), expiresInSeconds),
      ),

    fetch: (place) =>
      readObject(client, { bucket, key: uploadKey(place), maxBytes: MAX_CAPTURE_BYTES }),

    readSize: (place) => readObjectSize(client, { bucket, key: uploadKey(place) }),

    put: (place, bytes) =>
      guardStorage('storing an upload', async () => {
        await client.putObject(bucket, uploadKey(place), Buffer.from(bytes), bytes.length);
      }),

    remove: (place) =>
      guardStorage('removing an upload', () => client.removeObject(bucket, uploadKey(place))),
  };
}

async function guardStorage<T>(operation: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw toStorageError(operation, error);
  }
}
