import { z } from 'zod';
import { networkCode, StorageError } from './storage-error.js';

const refusal = z.object({ Code: z.string().min(1) });

/** What STS refuses with; the client keeps it as parsed XML, below an error of its own. */
const stsAnswer = z
  .object({ ErrorResponse: z.object({ Error: refusal }) })
  .transform(({ ErrorResponse }) => ErrorResponse.Error.Code);

/** What the store itself answers in the place of STS. */
const storeAnswer = refusal.transform(({ Code }) => Code);

/**
 * Codes that are answered with 429 or 5xx, a status that the client does not tell: of MinIO
 * (`cmd/sts-errors.go`, `cmd/api-errors.go`), and of AWS STS ("Common errors").
 */
const OF_A_SERVER_IN_NEED: ReadonlySet<string> = new Set([
  'InternalError',
  'STSNotInitialized',
  'STSIAMNotInitialized',
  'XMinioServerNotInitialized',
  'XMinioIAMNotInitialized',
  'ServerBusy',
  'SlowDownRead',
  'SlowDownWrite',
  'TooManyRequests',
  'RequestTimeout',
  'InternalFailure',
  'ServiceUnavailable',
  'Throttling',
  'ThrottlingException',
]);

/**
 * For what the client throws when it gets no session credentials: an error about another, which is of a
 * socket, is a refusal, or tells that it understood nothing of the answer, as of a proxy whose store is away.
 */
export function toCredentialError(thrown: unknown): StorageError {
  const operation = 'asking for session credentials';
  const error = causeOf(thrown);
  const code = storeAnswer.safeParse(error).data ?? stsAnswer.safeParse(causeOf(error)).data;
  if (code !== undefined) return new StorageError(operation, code, OF_A_SERVER_IN_NEED.has(code));
  return new StorageError(operation, networkCode(error) ?? 'ANSWER_NOT_UNDERSTOOD', true);
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}
