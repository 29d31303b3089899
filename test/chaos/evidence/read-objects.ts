import { createHash } from 'node:crypto';
import { Client } from 'minio';
import type { CaptureStoreOptions } from '../../../storage/capture-store.js';

export interface StoredObject {
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Every object in the bucket, read to its end: one that cannot be read is lost. */
export async function readObjects(store: CaptureStoreOptions): Promise<readonly StoredObject[]> {
  const url = new URL(store.url);
  const { accessKey, secretKey, bucket } = store;
  const port = Number(url.port);
  const client = new Client({
    ...{ endPoint: url.hostname, port, useSSL: false, region: 'us-east-1' },
    ...{ accessKey, secretKey },
  });
  const objects: StoredObject[] = [];
  for await (const { name } of client.listObjectsV2(bucket, '', true)) {
    const key = String(name);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of await client.getObject(bucket, key)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    objects.push({ key, sha256: hash.digest('hex'), bytes });
  }
  return objects;
}
