import { log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { StoreError } from '../db/store-error.js';
import { SubmissionRowMissingError } from '../db/submission-projection-store.js';
import { KeyMissingError, KeyServiceError } from '../keys/key-errors.js';
import { SealBrokenError } from '../keys/seal.js';
import { describeError } from '../logging/describe-error.js';
import { StorageError } from '../storage/storage-error.js';
import { FailureType } from './failure-type.js';

/** A failure that the retry policy may repeat. `message` must hold no input value. */
export function retryableFailure(type: FailureType, message: string): ApplicationFailure {
  return ApplicationFailure.retryable(message, type);
}

/** A failure that no repetition can mend. `message` must hold no input value. */
export function finalFailure(type: FailureType, message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, type);
}

/**
 * SQLSTATE classes that say the values are wrong, so that repeating the statement is of no use. Class 42 is not among
 * them: a table, a column or a grant is missing while a backup is put back or a migration is awaited.
 */
const WRONG_VALUES = /^(22|23)/;

/**
 * The edge of every activity: whatever is thrown inside leaves as an `ApplicationFailure` without
 * personal data. The original is never attached: Temporal keeps causes in the history.
 */
export function guardActivity<Input extends readonly unknown[], Output>(
  run: (...input: Input) => Promise<Output>,
): (...input: Input) => Promise<Output> {
  return async (...input) => {
    try {
      return await run(...input);
    } catch (error) {
      throw toFailure(error);
    }
  };
}

function toFailure(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof StoreError) {
    return WRONG_VALUES.test(error.sqlState ?? '')
      ? finalFailure(FailureType.Unexpected, error.message)
      : retryableFailure(FailureType.DatabaseUnavailable, error.message);
  }
  // One that refuses, too: what it is set to is put right while it is asked again.
  if (error instanceof StorageError) {
    return retryableFailure(FailureType.StorageUnavailable, error.message);
  }
  if (error instanceof SubmissionRowMissingError) {
    return finalFailure(FailureType.SubmissionMissing, error.message);
  }
  if (error instanceof SealBrokenError) {
    log.error('what is stored cannot be opened: a sealing key is missing', {
      ...describeError(error),
    });
    return finalFailure(FailureType.SealBroken, error.message);
  }
  // It says nothing of what the key has sealed: what needs it waits until it is back.
  if (error instanceof KeyMissingError || error instanceof KeyServiceError) {
    log.error('a key that is needed is not there', { ...describeError(error) });
    return retryableFailure(FailureType.KeyUnavailable, error.message);
  }
  const place = describeError(error);
  log.error('an activity met an error it does not know', { ...place });
  return retryableFailure(FailureType.Unexpected, `an unexpected ${place.name}`);
}
