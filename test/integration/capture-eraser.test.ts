import { randomUUID } from 'node:crypto';
import { Client } from 'minio';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { captureKey } from '../../contract/capture.js';
import { createCaptureEraser } from '../../storage/capture-eraser.js';
import { createCaptureStore, ensureBucket } from '../../storage/capture-store.js';
import type {} from '../support/platform-context.js';

const { storage } = inject('platform');
const picture = Buffer.alloc(100, 7);

function connect(): Client {
  const { hostname, port } = new URL(storage.url);
  const { accessKey, secretKey } = storage;
  return new Client({
    endPoint: hostname,
    port: Number(port),
    useSSL: false,
    accessKey,
    secretKey,
  });
}

describe.each([false, true])('in a bucket with versioning: %s', (isVersioned) => {
  const options = { ...storage, bucket: `erasing-${randomUUID()}` };
  const captures = createCaptureStore(options);
  const eraser = createCaptureEraser(options);

  beforeAll(async () => {
    await ensureBucket(options);
    if (isVersioned) {
      await connect().setBucketVersioning(options.bucket, { Status: 'Enabled' });
    }
  });

  it('every version of every object of the submission goes, and nobody else’s', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    const put = (id: string, attempt: number, type: 'KTP' | 'SELFIE' | 'REFERENCE') =>
      captures.put(captureKey(id, attempt, type), picture, 'image/jpeg');
    await put(mine, 1, 'KTP');
    await put(mine, 1, 'KTP');
    await put(mine, 2, 'SELFIE');
    await put(mine, 0, 'REFERENCE');
    await put(other, 1, 'KTP');
    // With versioning this hides the object and leaves a mark.
    await connect().removeObject(options.bucket, captureKey(mine, 2, 'SELFIE'));

    const found = await eraser.listObjects(mine);
    expect(found).toHaveLength(isVersioned ? 5 : 2);
    await eraser.removeObjects(found);
    expect(await eraser.listObjects(mine)).toEqual([]);
    await eraser.removeObjects(found);
    expect(await eraser.listObjects(other)).toHaveLength(1);
  });
});
