import type { Client } from 'minio';
import { AssumeRoleProvider } from 'minio/dist/esm/AssumeRoleProvider.mjs';
import { z } from 'zod';
import { UPLOAD_PREFIX } from '../contract/capture.js';
import { keepAnswer } from '../contract/kept-answer.js';
import { toCredentialError } from './sts-error.js';
import { createObjectAgent } from './object-agent.js';
import { createObjectClient, REGION } from './object-client.js';

export interface UploadSignerOptions {
  /** Where this process reaches the object store: credentials are asked for there. */
  readonly url: string;
  /** Where a phone reaches it: presigned addresses begin with this. */
  readonly publicUrl: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  /** How long the store may be silent, for tests. */
  readonly patienceMs?: number;
  /** Milliseconds since the epoch, for tests. */
  readonly now?: () => number;
}

/** Signs addresses that a phone puts one object to. */
export interface UploadSigner {
  /** @throws StorageError when the object store gives no credentials */
  presign(key: string, expiresInSeconds: number): Promise<string>;
}

const HOUR_MS = 3_600_000;

/** The session credentials' own lifetime; a presigned address ends with them at the latest. */
const CREDENTIAL_LIFETIME_MS = 12 * HOUR_MS;

/** Longer than the longest presigned address, see `lifetimes.uploadUrl` of partner settings. */
const CREDENTIAL_RESERVE_MS = 2 * HOUR_MS;

const credentials = z.object({
  accessKey: z.string().min(1),
  secretKey: z.string().min(1),
  sessionToken: z.string().min(1),
});

type SessionCredentials = z.infer<typeof credentials>;

/**
 * A presigned address is good for whatever its key may do: whoever has one can add
 * `x-amz-copy-source`, which no signature covers, and copy any object that the key can read onto
 * their own. So uploads are signed by session credentials that may put captures and do nothing else
 * (STS AssumeRole with a session policy).
 */
export function createUploadSigner(options: UploadSignerOptions): UploadSigner {
  const getClient = keepAnswer({
    ask: () => connect(options),
    keptMs: CREDENTIAL_LIFETIME_MS - CREDENTIAL_RESERVE_MS,
    now: options.now ?? Date.now,
  });

  return {
    async presign(key, expiresInSeconds) {
      const client = await getClient();
      return client.presignedPutObject(options.bucket, key, expiresInSeconds);
    },
  };
}

async function connect(options: UploadSignerOptions): Promise<Client> {
  const provider = new AssumeRoleProvider({
    stsEndpoint: options.url,
    accessKey: options.accessKey,
    secretKey: options.secretKey,
    region: REGION,
    durationSeconds: CREDENTIAL_LIFETIME_MS / 1000,
    policy: JSON.stringify(putOnlyPolicy(options.bucket)),
    transportAgent: createObjectAgent(options.url, options.patienceMs),
  });
  return createObjectClient(await askFor(provider), options.publicUrl);
}

/** @throws StorageError */
async function askFor(provider: AssumeRoleProvider): Promise<SessionCredentials> {
  try {
    return credentials.parse(await provider.refreshCredentials());
  } catch (error) {
    throw toCredentialError(error);
  }
}

function putOnlyPolicy(bucket: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:PutObject'],
        Resource: [`arn:aws:s3:::${bucket}/${UPLOAD_PREFIX}*`],
      },
    ],
  };
}
