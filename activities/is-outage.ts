import { StoreError } from '../db/store-error.js';
import { KeyServiceError } from '../keys/key-errors.js';
import { StorageError } from '../storage/storage-error.js';

/** Whether a service of ours was away: that is no fault of what it was asked about. */
export function isOutage(error: unknown): boolean {
  const isOfService =
    error instanceof StoreError ||
    error instanceof StorageError ||
    error instanceof KeyServiceError;
  return isOfService && error.isUnavailable;
}
