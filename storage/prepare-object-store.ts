import type { CaptureStoreOptions } from './capture-store.js';
import { ensureUploadAccount } from './ensure-upload-account.js';
import { forgetUploads } from './forget-uploads.js';
import { createObjectClient, REGION } from './object-client.js';

/**
 * Creates the bucket on a new object store and the account that upload addresses are signed by, and has the
 * store forget uploads that nobody confirmed or that were put after the confirm. Safe to repeat.
 */
export async function prepareObjectStore(options: CaptureStoreOptions): Promise<void> {
  const client = createObjectClient(options, options.url);
  if (!(await client.bucketExists(options.bucket))) {
    await client.makeBucket(options.bucket, REGION);
  }
  await ensureUploadAccount(client, options);
  await forgetUploads(client, options.bucket);
}
