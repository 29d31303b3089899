import { createHmac } from 'node:crypto';

/** A signing secret is not `whsec_` with base64 of 24 to 64 bytes. Says nothing of its content. */
export class CallbackSecretError extends Error {
  override readonly name = 'CallbackSecretError';
}

const PREFIX = 'whsec_';
const MIN_BYTES = 24;
const MAX_BYTES = 64;

export interface SignedContent {
  /** The `webhook-id`; without dots, which separate the signed parts. */
  readonly id: string;
  /** Unix seconds of this attempt. */
  readonly timestamp: number;
  /** The exact text that is sent. */
  readonly body: string;
}

/**
 * The headers of Standard Webhooks 1.0.0: `v1,<base64 HMAC-SHA256 of id.timestamp.body>`, one
 * signature a secret, so that a partner can rotate.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 *
 * @throws CallbackSecretError
 */
export function signCallback(
  message: SignedContent,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = String(message.timestamp);
  const content = `${message.id}.${timestamp}.${message.body}`;
  const signatures = secrets.map((secret) => {
    const mac = createHmac('sha256', decodeSecret(secret)).update(content, 'utf8');
    return `v1,${mac.digest('base64')}`;
  });
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

function decodeSecret(secret: string): Buffer {
  const key = secret.startsWith(PREFIX)
    ? Buffer.from(secret.slice(PREFIX.length), 'base64')
    : Buffer.alloc(0);
  if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
    throw new CallbackSecretError('a callback secret is not whsec_ and 24 to 64 bytes in base64');
  }
  return key;
}
