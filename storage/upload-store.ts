import { MAX_CAPTURE_BYTES, uploadKey, type UploadPlace } from '../contract/capture.js';
import type { CaptureStoreOptions } from './capture-store.js';
import { createObjectClient } from './object-client.js';
import { readObject, readObjectSize } from './read-object.js';
import { toStorageError } from './storage-error.js';
import { deriveUploadAccount } from './upload-account.js';

/**
 * What phones have put, until it is confirmed. Every call throws a StorageError when the object store
 * refuses or is away.
 */
export interface UploadStore {
  /**
   * An address that accepts a PUT of the object, and nothing else, until it expires. It is good for whatever
   * its key may do: whoever has one can add headers that no signature covers, and copy by `x-amz-copy-source`
   * what that key can read. So it is signed by the upload account, which can put uploads alone.
   */
  presign(place: UploadPlace, expiresInSeconds: number): Promise<string>;
  /** Null when nothing was uploaded. @throws CaptureTooLargeError */
  fetch(place: UploadPlace): Promise<Uint8Array | null>;
  /** In bytes, without the picture itself. Null when nothing was uploaded. */
  readSize(place: UploadPlace): Promise<number | null>;
  /** A picture that did not come from a phone, in place of what is there. */
  put(place: UploadPlace, bytes: Uint8Array): Promise<void>;
  /** No error where there is none. */
  remove(place: UploadPlace): Promise<void>;
}

export function createUploadStore(options: CaptureStoreOptions): UploadStore {
  const { bucket } = options;
  const client = createObjectClient(options, options.url);
  const signer = createObjectClient(deriveUploadAccount(options), options.publicUrl);

  return {
    presign: (place, expiresInSeconds) =>
      guardStorage('presigning an upload', () =>
        signer.presignedPutObject(bucket, uploadKey(place), expiresInSeconds),
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
