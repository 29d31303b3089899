import { createHmac } from 'node:crypto';
import type { CaptureStoreOptions } from './capture-store.js';

/** What upload addresses are signed by, and nothing else is. */
export interface UploadAccount {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** What MinIO takes at most, in characters. */
const MAX_ACCESS_KEY = 20;
const MAX_SECRET_KEY = 40;

const NAME = 'kenali';

/**
 * Follows from the key that our processes have, so that each of them knows it and nobody keeps it. It tells
 * nothing of that key, not even its name, and is another one for each bucket.
 */
export function deriveUploadAccount({
  accessKey,
  secretKey,
  bucket,
}: Pick<CaptureStoreOptions, 'accessKey' | 'secretKey' | 'bucket'>): UploadAccount {
  const derive = (use: string) =>
    createHmac('sha256', secretKey)
      .update(JSON.stringify(['kenali uploads', use, accessKey, bucket]))
      .digest('hex');
  return {
    accessKey: `${NAME}${derive('access key')}`.slice(0, MAX_ACCESS_KEY),
    secretKey: derive('secret key').slice(0, MAX_SECRET_KEY),
  };
}
