import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';

/** The four members that every callback has; the others come with the full payload. */
const callbackBody = z.looseObject({
  submissionId: z.string().min(1),
  status: z.string(),
  result: z.string().nullable(),
  reasonCode: z.string().nullable(),
  partnerSessionId: z.string().optional(),
  submissionType: z.string().optional(),
});
export type Callback = z.infer<typeof callbackBody>;

export interface VerifiedCallback {
  /** The same on every retry of one callback. */
  readonly webhookId: string;
  readonly body: Callback;
}

/** Why a callback is not accepted; `status` is what the sender is told. */
export class CallbackRefused extends Error {
  override readonly name = 'CallbackRefused';
  readonly status: 400 | 401;

  constructor(status: 400 | 401, message: string) {
    super(message);
    this.status = status;
  }
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Checks signature and age (five minutes) of a callback, then its form. Any of the secrets will do:
 * there are two while one is being changed.
 *
 * @param raw the body as it arrived: parsed and printed again, its signature no longer fits
 * @throws CallbackRefused
 */
export function verifyCallback(
  secrets: readonly string[],
  raw: Buffer,
  headers: Headers,
): VerifiedCallback {
  const webhookId = single(headers, 'webhook-id');
  const body = verifySignature(secrets, raw, {
    'webhook-id': webhookId,
    'webhook-timestamp': single(headers, 'webhook-timestamp'),
    'webhook-signature': single(headers, 'webhook-signature'),
  });
  const parsed = callbackBody.safeParse(body);
  if (!parsed.success) throw new CallbackRefused(400, 'the body is not a callback');
  return { webhookId, body: parsed.data };
}

function verifySignature(
  [secret, ...others]: readonly string[],
  raw: Buffer,
  headers: Record<string, string>,
): unknown {
  if (secret === undefined) throw new CallbackRefused(401, 'No matching signature found');
  try {
    return new Webhook(secret).verify(raw, headers);
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) {
      throw new CallbackRefused(400, 'the body is not JSON');
    }
    if (others.length > 0) return verifySignature(others, raw, headers);
    throw new CallbackRefused(401, error.message);
  }
}

function single(headers: Headers, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
