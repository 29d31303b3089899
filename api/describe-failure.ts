import { StoreError } from '../db/store-error.js';
import { KeyMissingError, KeyServiceError } from '../keys/key-errors.js';
import { describeError, type ErrorPlace } from '../logging/describe-error.js';
import { StorageError } from '../storage/storage-error.js';

/** Something that an operator has to put right. Its message quotes no request. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

export interface FailurePlace extends ErrorPlace {
  /** Only where the message is known to quote nothing. */
  readonly message?: string;
}

/** What the log tells of an unexpected error: its message only where that cannot quote a request. */
export function describeFailure(error: unknown): FailurePlace {
  const place = describeError(error);
  const isSafe =
    error instanceof StoreError ||
    error instanceof StorageError ||
    error instanceof KeyServiceError ||
    error instanceof KeyMissingError ||
    error instanceof OperatorError;
  return isSafe ? { ...place, message: error.message } : place;
}
