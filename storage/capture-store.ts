import { createHash } from 'node:crypto';
import {
  captureKey,
  MAX_CAPTURE_BYTES,
  type CapturePlace,
  type CaptureRef,
} from '../contract/capture.js';
import type { DataKeys } from '../keys/data-keys.js';
import { createObjectClient } from './object-client.js';
import { readObject } from './read-object.js';
import { toStorageError } from './storage-error.js';

export interface NewCapture extends CapturePlace {
  readonly partnerCode: string;
  readonly bytes: Uint8Array;
}

/**
 * Confirmed captures, each sealed by the data key of its partner. Keys hold nothing personal. Every call
 * throws a StorageError when the object store refuses or is away.
 */
export interface CaptureStore {
  /** The same photo again changes nothing that could be told. */
  keep(capture: NewCapture): Promise<CaptureRef>;
  /** @throws CaptureMissingError, CaptureTooLargeError, SealBrokenError, KeyMissingError */
  fetch(key: string): Promise<Uint8Array>;
}

export class CaptureMissingError extends Error {
  override readonly name = 'CaptureMissingError';
}

export interface CaptureStoreOptions {
  readonly url: string;
  readonly publicUrl: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  /** How long the store may be silent, for tests. */
  readonly patienceMs?: number;
}

/** Sealing adds the key's id, a nonce and a tag. */
export const MAX_SEALED_BYTES = MAX_CAPTURE_BYTES + 1024;

/** What `captureKey` ends with, and `plainCaptureKey` does not. */
const SEALED_KEY = /\.[0-9a-f]{16}$/;

export function isSealedCapture(key: string): boolean {
  return SEALED_KEY.test(key);
}

export function createCaptureStore(options: CaptureStoreOptions, dataKeys: DataKeys): CaptureStore {
  const { bucket } = options;
  const client = createObjectClient(options, options.url);

  return {
    async keep({ partnerCode, bytes, ...place }) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const key = captureKey(place, sha256);
      const sealed = Buffer.from(await dataKeys.seal(partnerCode, bytes, key));
      await client.putObject(bucket, key, sealed, sealed.length).catch((error: unknown) => {
        throw toStorageError('storing a capture', error);
      });
      return { documentType: place.documentType, key, sha256, bytes: bytes.length };
    },

    async fetch(key) {
      const found = await readObject(client, { bucket, key, maxBytes: MAX_SEALED_BYTES });
      if (found === null) throw new CaptureMissingError(`${key} is not there`);
      return isSealedCapture(key) ? dataKeys.open(found, key) : found;
    },
  };
}
