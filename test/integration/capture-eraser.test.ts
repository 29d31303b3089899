import { randomUUID } from 'node:crypto';
import { Client } from 'minio';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { uploadKey } from '../../contract/capture.js';
import type { DocumentType } from '../../contract/flow.js';
import { createCaptureEraser } from '../../storage/capture-eraser.js';
import { createCaptureStore } from '../../storage/capture-store.js';
import { prepareObjectStore } from '../../storage/prepare-object-store.js';
import { createUploadStore } from '../../storage/upload-store.js';
import { createMemoryDataKeys } from '../support/memory/data-keys.js';
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
  const captures = createCaptureStore(options, createMemoryDataKeys());
  const uploads = createUploadStore(options);
  const eraser = createCaptureEraser(options);

  beforeAll(async () => {
    await prepareObjectStore(options);
    if (isVersioned) {
      await connect().setBucketVersioning(options.bucket, { Status: 'Enabled' });
    }
  });

  it('every version of every object of the submission goes, and nobody else’s', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    const place = (submissionId: string, attempt: number, documentType: DocumentType) => ({
      submissionId,
      attempt,
      documentType,
    });
    await uploads.put(place(mine, 1, 'KTP'), picture);
    await uploads.put(place(mine, 1, 'KTP'), picture);
    await uploads.put(place(mine, 2, 'SELFIE'), picture);
    await captures.keep({ partnerCode: 'ACME', bytes: picture, ...place(mine, 0, 'REFERENCE') });
    await uploads.put(place(other, 1, 'KTP'), picture);
    // With versioning this hides the object and leaves a mark.
    await connect().removeObject(options.bucket, uploadKey(place(mine, 2, 'SELFIE')));

    const found = await eraser.listObjects(mine);
    expect(found).toHaveLength(isVersioned ? 5 : 2);
    await eraser.removeObjects(found);
    expect(await eraser.listObjects(mine)).toEqual([]);
    await eraser.removeObjects(found);
    expect(await eraser.listObjects(other)).toHaveLength(1);
  });
});
