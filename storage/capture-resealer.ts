import { S3Error, type BucketItem, type Client } from 'minio';
import { keptPrefix } from '../contract/capture.js';
import { isSealedByOlder, type DataKeys, type SealedByOlder } from '../keys/data-keys.js';
import { SEAL_HEAD_BYTES, SealBrokenError } from '../keys/seal.js';
import { isSealedCapture, MAX_SEALED_BYTES, type CaptureStoreOptions } from './capture-store.js';
import { createObjectClient } from './object-client.js';
import { readObject } from './read-object.js';
import { toStorageError } from './storage-error.js';

/** Seals captures anew. Calls throw a StorageError as the capture store does. */
export interface CaptureResealer {
  /** What of the submission keys older than this one have sealed. Older versions of an object stay as they are. */
  findOlder(submissionId: string, dataKeyId: string): Promise<readonly SealedByOlder[]>;
}

interface StoredCapture {
  readonly key: string;
  readonly etag: string;
}

export function createCaptureResealer(
  options: CaptureStoreOptions,
  dataKeys: Pick<DataKeys, 'reseal'>,
): CaptureResealer {
  const { bucket } = options;
  const client = createObjectClient(options, options.url);

  const reseal = async ({ key, etag }: StoredCapture, dataKeyId: string): Promise<void> => {
    const sealed = await readObject(client, { bucket, key, maxBytes: MAX_SEALED_BYTES });
    if (sealed === null) return;
    const resealed = Buffer.from(await dataKeys.reseal(dataKeyId, sealed, key));
    // Only in the place of what was found: one that was erased meanwhile must not come back.
    const condition = { 'If-Match': `"${etag}"` };
    await client
      .putObject(bucket, key, resealed, resealed.length, condition)
      .catch((error: unknown) => {
        if (!isChangedMeanwhile(error)) throw toStorageError('sealing a capture anew', error);
      });
  };

  return {
    async findOlder(submissionId, dataKeyId) {
      try {
        const older: StoredCapture[] = [];
        for (const found of await listSealed(client, bucket, submissionId)) {
          const head = await readHead(client, bucket, found.key);
          if (head !== null && isOlder(head, dataKeyId)) older.push(found);
        }
        return older.map((found) => ({ reseal: () => reseal(found, dataKeyId) }));
      } catch (error) {
        throw toStorageError('looking for sealed captures', error);
      }
    },
  };
}

async function listSealed(
  client: Client,
  bucket: string,
  submissionId: string,
): Promise<readonly StoredCapture[]> {
  const listed: StoredCapture[] = [];
  const found = client.listObjectsV2(bucket, keptPrefix(submissionId), true);
  for await (const item of found as AsyncIterable<BucketItem>) {
    if (item.name !== undefined && isSealedCapture(item.name)) {
      listed.push({ key: item.name, etag: item.etag });
    }
  }
  return listed;
}

/** Null where it has gone meanwhile. */
async function readHead(client: Client, bucket: string, key: string): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  try {
    const head = await client.getPartialObject(bucket, key, 0, SEAL_HEAD_BYTES);
    for await (const chunk of head) chunks.push(chunk as Buffer);
  } catch (error) {
    if (isChangedMeanwhile(error)) return null;
    throw error;
  }
  return Buffer.concat(chunks);
}

/** What is no seal at all is found as well: it does not open, and is told of. */
function isOlder(head: Uint8Array, dataKeyId: string): boolean {
  try {
    return isSealedByOlder(head, dataKeyId);
  } catch (error) {
    if (error instanceof SealBrokenError) return true;
    throw error;
  }
}

/** 404 and 412 of RFC 9110; 409 is of a store where another write is under way. */
const CHANGED_MEANWHILE = [
  'NoSuchKey',
  'NotFound',
  'PreconditionFailed',
  'ConditionalRequestConflict',
];

function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof S3Error && CHANGED_MEANWHILE.includes(error.code ?? '');
}
