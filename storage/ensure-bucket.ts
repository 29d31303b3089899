import type { LifecycleConfig } from 'minio';
import { UPLOAD_PREFIX } from '../contract/capture.js';
import type { CaptureStoreOptions } from './capture-store.js';
import { createObjectClient, REGION } from './object-client.js';

/** Longer than any session: what is not confirmed by then never is. */
const UPLOAD_DAYS = 7;

const FORGET_UPLOADS: LifecycleConfig = {
  Rule: [
    {
      ID: 'forget-uploads',
      Status: 'Enabled',
      Filter: { Prefix: UPLOAD_PREFIX },
      Expiration: { Days: UPLOAD_DAYS },
    },
  ],
};

/**
 * Creates the bucket on a new object store, and has the store forget uploads that nobody confirmed or
 * that were put after the confirm. Safe to repeat.
 */
export async function ensureBucket(options: CaptureStoreOptions): Promise<void> {
  const client = createObjectClient(options, options.url);
  if (!(await client.bucketExists(options.bucket))) {
    await client.makeBucket(options.bucket, REGION);
  }
  await client.setBucketLifecycle(options.bucket, FORGET_UPLOADS);
}
