import { S3Error } from 'minio';

/**
 * What the capture store throws when the object store refuses or is away. Only the operation and
 * a code are kept: the client's own errors quote addresses with their signatures.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  /** Whether the object store was away or too busy, as opposed to refusing. Asking again is safe. */
  readonly isUnavailable: boolean;

  constructor(operation: string, code: string | null, isUnavailable: boolean) {
    super(`${operation} failed in the object store (${code ?? 'no code'})`);
    this.isUnavailable = isUnavailable;
  }
}

/** For every error of the client that is nothing the store's callers know by a name. */
export function toStorageError(operation: string, error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (error instanceof S3Error) return new StorageError(operation, error.code ?? null, false);
  if (isGivenUp(error)) return new StorageError(operation, 'RETRIES_EXHAUSTED', true);
  const code = networkCode(error);
  return new StorageError(operation, code, code !== null);
}

/** Statuses 408, 429 and 5xx: minio asks once more and then throws an error without any code. */
function isGivenUp(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Request failed after');
}

/** Of Node's sockets: `ECONNREFUSED`, `ECONNRESET`, `EAI_AGAIN`. */
export function networkCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
