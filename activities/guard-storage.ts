import { StorageError } from '../storage/storage-error.js';
import { FailureType } from './failure-type.js';
import { retryableFailure } from './failure.js';

/** An object store that refuses or is away is asked again. */
export async function guardStorage<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw retryableFailure(FailureType.StorageUnavailable, error.message);
  }
}
