import { createHash } from 'node:crypto';
import { S3Error, type Client } from 'minio';
import { MAX_CAPTURE_BYTES } from '../contract/capture.js';
import { createObjectClient, REGION } from './object-client.js';
import { toStorageError } from './storage-error.js';
import { createUploadSigner } from './upload-signer.js';

export interface StoredCapture {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * The captures' bytes. Keys come from `captureKey` and hold nothing personal. Every call throws a
 * StorageError when the object store refuses or is away.
 */
export interface CaptureStore {
  /** An address that accepts a PUT of the object, and nothing else, until it expires. */
  presignUpload(key: string, expiresInSeconds: number): Promise<string>;
  /**
   * Digest and size of an uploaded object; null when nothing was uploaded.
   *
   * @throws CaptureTooLargeError
   */
  describe(key: string): Promise<StoredCapture | null>;
  /** @throws CaptureMissingError, CaptureTooLargeError */
  fetch(key: string): Promise<Uint8Array>;
  /** Stores an image that did not come from a phone, in place of what is there. */
  put(key: string, bytes: Uint8Array, contentType: 'image/jpeg' | 'image/png'): Promise<void>;
}

export class CaptureMissingError extends Error {
  override readonly name = 'CaptureMissingError';
}

export class CaptureTooLargeError extends Error {
  override readonly name = 'CaptureTooLargeError';
}

export interface CaptureStoreOptions {
  readonly url: string;
  readonly publicUrl: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
}

export function createCaptureStore(options: CaptureStoreOptions): CaptureStore {
  const { bucket } = options;
  const inner = createObjectClient(options, options.url);
  const uploads = createUploadSigner({ ...options, region: REGION });

  return {
    presignUpload: (key, expiresInSeconds) =>
      guardStorage('presigning an upload', () => uploads.presign(key, expiresInSeconds)),
    fetch: (key) => guardStorage('fetching a capture', () => readObject(inner, bucket, key)),
    put: (key, bytes, contentType) =>
      guardStorage('storing a capture', async () => {
        const content = Buffer.from(bytes);
        const headers = { 'content-type': contentType };
        await inner.putObject(bucket, key, content, content.length, headers);
      }),
    describe: (key) =>
      guardStorage('describing a capture', () => describeObject(inner, bucket, key)),
  };
}

async function describeObject(
  client: Client,
  bucket: string,
  key: string,
): Promise<StoredCapture | null> {
  try {
    const { size } = await client.statObject(bucket, key);
    if (size > MAX_CAPTURE_BYTES) throw new CaptureTooLargeError(`${key} is too large`);
    const bytes = await readObject(client, bucket, key);
    return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  } catch (error) {
    if (error instanceof CaptureMissingError || isMissing(error)) return null;
    throw error;
  }
}

async function readObject(client: Client, bucket: string, key: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of await openObject(client, bucket, key)) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_CAPTURE_BYTES) throw new CaptureTooLargeError(`${key} is too large`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

async function guardStorage<T>(operation: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const isKnown = error instanceof CaptureMissingError || error instanceof CaptureTooLargeError;
    throw isKnown ? error : toStorageError(operation, error);
  }
}

/** Creates the bucket on a new object store. Safe to repeat. */
export async function ensureBucket(options: CaptureStoreOptions): Promise<void> {
  const client = createObjectClient(options, options.url);
  if (await client.bucketExists(options.bucket)) return;
  await client.makeBucket(options.bucket, REGION);
}

async function openObject(client: Client, bucket: string, key: string) {
  try {
    return await client.getObject(bucket, key);
  } catch (error) {
    if (isMissing(error)) throw new CaptureMissingError(`${key} was not uploaded`);
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof S3Error && (error.code === 'NoSuchKey' || error.code === 'NotFound');
}
