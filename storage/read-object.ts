import { S3Error, type Client } from 'minio';
import { toStorageError } from './storage-error.js';

export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

export interface ObjectRead extends ObjectPlace {
  readonly maxBytes: number;
}

export class CaptureTooLargeError extends Error {
  override readonly name = 'CaptureTooLargeError';
}

/** Null where there is none. @throws CaptureTooLargeError, StorageError */
export async function readObject(
  client: Client,
  { bucket, key, maxBytes }: ObjectRead,
): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of await client.getObject(bucket, key)) {
      bytes += (chunk as Buffer).length;
      if (bytes > maxBytes) throw new CaptureTooLargeError(`${key} is too large`);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    if (error instanceof CaptureTooLargeError) throw error;
    if (isMissing(error)) return null;
    throw toStorageError('fetching a capture', error);
  }
  return Buffer.concat(chunks);
}

/** In bytes. Null where there is none. @throws StorageError */
export async function readObjectSize(
  client: Client,
  { bucket, key }: ObjectPlace,
): Promise<number | null> {
  try {
    return (await client.statObject(bucket, key)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw toStorageError('looking for a capture', error);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof S3Error && (error.code === 'NoSuchKey' || error.code === 'NotFound');
}
