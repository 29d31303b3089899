import type { IncomingMessage } from 'node:http';
import type { Client } from 'minio';
import { z } from 'zod';
import { UPLOAD_PREFIX } from '../contract/capture.js';
import { DocumentType } from '../contract/flow.js';
import type { CaptureStoreOptions } from './capture-store.js';
import { sealForAdmin } from './seal-for-admin.js';
import { StorageError, toStorageError } from './storage-error.js';
import { deriveUploadAccount } from './upload-account.js';

const OPERATION = 'preparing the upload account';

interface AdminCall {
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly query?: string;
}

const adminRefusal = z.object({ Code: z.string() });

/**
 * Has the store know the upload account: an access key of MinIO ("service account") below our own, which its
 * policy lets put uploads and do nothing else. Safe to repeat.
 *
 * @throws StorageError
 */
export async function ensureUploadAccount(
  client: Client,
  options: Pick<CaptureStoreOptions, 'accessKey' | 'secretKey' | 'bucket'>,
): Promise<void> {
  const { accessKey, secretKey } = deriveUploadAccount(options);
  const policy = uploadPolicy(options.bucket);
  const call = async (admin: AdminCall, content: unknown): Promise<IncomingMessage> =>
    callAdmin(client, admin, await sealForAdmin(options.secretKey, content));

  const updated = await call(
    { method: 'POST', path: 'update-service-account', query: `accessKey=${accessKey}` },
    { newSecretKey: secretKey, newPolicy: policy },
  );
  if (updated.statusCode !== 404) return expectDone(updated);
  const added = await call(
    { method: 'PUT', path: 'add-service-account' },
    { accessKey, secretKey, policy, name: 'kenali-uploads' },
  );
  await expectDone(added);
}

/**
 * - By key: of uploads alone, and by name what they can be of, so that no key ends with a slash. MinIO unpacks an
 *   archive (`x-amz-meta-snowball-auto-extract`) only for whoever may put a key that does.
 * - By header: without `x-amz-content-sha256`, which no presigned PUT needs. One of its values,
 *   `STREAMING-UNSIGNED-PAYLOAD-TRAILER`, has MinIO take a PUT without looking at its signature
 *   (CVE-2026-40344, CVE-2026-41145). That it is absent cannot be feigned; `s3:authType` can, by a header of that name.
 */
function uploadPolicy(bucket: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:PutObject'],
        Resource: Object.values(DocumentType).map(
          (documentType) => `arn:aws:s3:::${bucket}/${UPLOAD_PREFIX}*/${documentType}`,
        ),
        Condition: { Null: { 's3:x-amz-content-sha256': 'true' } },
      },
    ],
  };
}

/** What the admin API answers with in words of its own, which the client does not read. */
const ANSWERS = [200, 204, 400, 403, 404, 409, 501];

async function callAdmin(
  client: Client,
  { method, path, query = '' }: AdminCall,
  body: Buffer,
): Promise<IncomingMessage> {
  // It lies where a bucket of the name `minio` would, which nobody can make.
  const request = { method, bucketName: 'minio', objectName: `admin/v3/${path}`, query };
  try {
    return await client.makeRequestAsync(request, body, ANSWERS);
  } catch (error) {
    throw toStorageError(OPERATION, error);
  }
}

async function expectDone(answer: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const { statusCode = 0 } = answer;
  if (statusCode < 300) return;
  const refusal = adminRefusal.safeParse(parseJson(Buffer.concat(chunks).toString()));
  throw new StorageError(OPERATION, refusal.data?.Code ?? String(statusCode), false);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
