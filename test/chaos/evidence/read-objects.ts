import { createHash } from 'node:crypto';
import { UPLOAD_PREFIX } from '../../../contract/capture.js';
import { connectDatabase } from '../../../db/client.js';
import { openDataKeys } from '../../../db/open-data-keys.js';
import type { StorageSettings } from '../../../dev/operator-settings.js';
import type { PlatformSettings } from '../../../dev/platform-settings.js';
import { readKeyRing } from '../../../keys/key-ring.js';
import { createLocalSealing } from '../../../keys/sealing.js';
import { createCaptureStore } from '../../../storage/capture-store.js';
import { createObjectClient } from '../../../storage/object-client.js';

export interface StoredObject {
  readonly key: string;
  /** Of a capture, once it was opened; null of an upload. */
  readonly photo: { readonly sha256: string; readonly bytes: number } | null;
}

export async function listObjectKeys(storage: StorageSettings): Promise<readonly string[]> {
  const keys: string[] = [];
  const client = createObjectClient(storage, storage.url);
  for await (const { name } of client.listObjectsV2(storage.bucket, '', true)) {
    keys.push(String(name));
  }
  return keys;
}

/** Every object in the bucket. Captures are read and opened: one that cannot be is lost. */
export async function readObjects({
  storage,
  databaseUrl,
  paths,
}: PlatformSettings): Promise<readonly StoredObject[]> {
  const connection = connectDatabase(databaseUrl, 1);
  try {
    const keyRing = await readKeyRing(paths.sealingKeys);
    const captures = createCaptureStore(
      storage,
      await openDataKeys(connection.database, createLocalSealing(keyRing)),
    );
    const objects: StoredObject[] = [];
    for (const key of await listObjectKeys(storage)) {
      const photo = key.startsWith(UPLOAD_PREFIX) ? null : describe(await captures.fetch(key));
      objects.push({ key, photo });
    }
    return objects;
  } finally {
    await connection.close();
  }
}

function describe(photo: Uint8Array) {
  return { sha256: createHash('sha256').update(photo).digest('hex'), bytes: photo.length };
}
