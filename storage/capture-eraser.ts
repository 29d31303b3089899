import { listPrefixes } from '../contract/capture.js';
import type { CaptureStoreOptions } from './capture-store.js';
import { createObjectClient } from './object-client.js';
import { StorageError, toStorageError } from './storage-error.js';

/** One object, and in a bucket with versioning one version of it or one mark of a deletion. */
export interface KeptObject {
  readonly key: string;
  readonly versionId: string;
}

/** Takes away what is stored of a submission. Calls throw a StorageError as the capture store does. */
export interface CaptureEraser {
  /** Some of what is there, every version of it; empty when nothing is left. */
  listObjects(submissionId: string): Promise<readonly KeptObject[]>;
  /** @throws StorageError also when the store keeps one of them, as under an object lock */
  removeObjects(objects: readonly KeptObject[]): Promise<void>;
}

/** What one call lists and removes: as many as the store takes in one request. */
const MAX_LISTED = 1000;

/** Of an object in a bucket without versioning. */
const ONLY_VERSION = 'null';

export function createCaptureEraser(options: CaptureStoreOptions): CaptureEraser {
  const client = createObjectClient(options, options.url);
  const { bucket } = options;

  return {
    async listObjects(submissionId) {
      const listed: KeptObject[] = [];
      try {
        for (const prefix of listPrefixes(submissionId)) {
          const found = client.listObjects(bucket, prefix, true, { IncludeVersion: true });
          for await (const item of found as AsyncIterable<ListedObject>) {
            if (item.name === undefined) continue;
            listed.push({ key: item.name, versionId: item.versionId ?? ONLY_VERSION });
            if (listed.length === MAX_LISTED) return listed;
          }
        }
      } catch (error) {
        throw toStorageError('listing captures', error);
      }
      return listed;
    },

    async removeObjects(objects) {
      const operation = 'removing captures';
      const entries = objects.map(({ key, versionId }) => ({ name: key, versionId }));
      const refused = await client.removeObjects(bucket, entries).catch((error: unknown) => {
        throw toStorageError(operation, error);
      });
      const [first] = refused.filter((one) => one !== null && one !== undefined);
      if (first !== undefined) throw new StorageError(operation, first.Error?.Code ?? null, false);
    },
  };
}

/** What the client lists; its own type leaves the version out. */
interface ListedObject {
  readonly name?: string;
  readonly versionId?: string;
}
